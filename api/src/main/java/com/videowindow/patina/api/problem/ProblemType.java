package com.videowindow.patina.api.problem;

import java.net.URI;
import java.util.Locale;

/** Every kind of problem that a caller can meet. The name is part of the address that clients test for: keep it. */
public enum ProblemType {
    BAD_REQUEST(400, "The request is not valid HTTP for this server"),
    BAD_PATH(400, "The path is not acceptable"),
    MALFORMED_BODY(400, "The body cannot be read"),
    INVALID_REQUEST(400, "The request has invalid values"),
    UNAUTHENTICATED(401, "A valid token is needed"),
    FORBIDDEN(403, "This token does not allow it"),
    HANDLE_NEEDED(403, "A creator's token has to name a public handle of theirs"),
    CONSENT_MISSING(403, "The person has not allowed this use of their data"),
    GUARDIAN_NEEDED(403, "The person is a minor, and who answers for them has to decide"),
    RELEASE_NEEDED(403, "Another officer has to release that first"),
    FOUR_EYES(403, "Somebody else has to decide that"),
    NOT_FOUND(404, "There is nothing here"),
    NOTHING_KEPT(404, "Nothing is kept about you"),
    METHOD_NOT_ALLOWED(405, "This address does not take that method"),
    NOT_ACCEPTABLE(406, "No acceptable form of the answer exists"),
    CONFLICT(409, "It was changed at the same moment"),
    BUSY(409, "Somebody else is at it"),
    NOT_RESUMABLE(409, "This replay runs or is complete"),
    ERASURE_STATE(409, "The erasure is too far, or not far enough, for that"),
    TOO_MANY_PARTS(409, "Enough erasures of parts wait for this person already"),
    TOO_MANY_RECTIFICATIONS(409, "Enough of what this person said waits for an answer already"),
    EXPORT_UNDER_WAY(409, "An export is being made for this person already"),
    EXPORT_STATE(409, "The export has no archive to fetch"),
    MODEL_STATE(409, "The model stands otherwise"),
    LIST_ENDED(409, "The list does not go on"),
    RELEASE_STATE(409, "The release was decided otherwise"),
    REQUEST_STATE(409, "The request is too far, or not far enough, for that"),
    NO_MINOR(409, "The person is not known to be a minor, so nobody decides for them"),
    CONSENT_STATE(409, "There is no consent that could be ended so"),
    LEAVING(409, "The person asked to be erased"),
    ERASED(410, "The person was erased"),
    POLICY_STANDS(409, "This version of the policy was published already and says something else"),
    EXPORT_GONE(410, "The archive is not kept any more"),
    UNKNOWN_SIGNER(409, "The log was last signed with a key that this node does not know"),
    SIGNED_OTHERWISE(409, "The log was restored to less than was signed under its name"),
    OUTDATED(412, "It was changed since it was read"),
    BODY_TOO_LARGE(413, "The body is too large"),
    BATCH_TOO_LARGE(413, "The batch has too many entries"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is in a form that is not understood"),
    UNKNOWN_CONTENT(422, "There is no such content"),
    UNKNOWN_PRODUCT(422, "There is no such product"),
    UNKNOWN_CALLBACK(422, "Nobody is called at this address"),
    IMPLAUSIBLE(422, "A value makes no sense here"),
    BEFORE_ERASURE(422, "It happened before the person was erased"),
    IDEMPOTENCY_KEY_REUSED(422, "The key was used for something else before"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    TOO_MANY_EXPORTS(429, "Enough exports were asked for within a day"),
    INTERNAL(500, "Something went wrong on this side"),
    PERIOD_ENDED(503, "The clock of this node is wrong: it would be stored in a time that has ended"),
    OVERLOADED(503, "There is too much to do at the moment"),
    KEYS_UNAVAILABLE(
            503, "The service that keeps the master key did not answer; nothing is lost, and it can be sent again"),
    LOG_BUSY(503, "Too much waits for the log; nothing of it was stored, and it can be sent again"),
    LOG_STOPPED(503, "The disk under the log failed, and nothing is stored until somebody has seen to it"),
    LOG_UNAVAILABLE(503, "The log did not answer in time; what was sent may be stored, and can be sent again"),
    READ_MODEL_UNAVAILABLE(503, "This cannot be read at the moment");

    private static final String HOME = "https://patina.videowindow.example/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The last part of the address, for metrics and tests. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    URI address() {
        return URI.create(HOME + slug());
    }

    /** The general type of a status that the server itself gave. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> READ_MODEL_UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }
}
