package com.videowindow.patina.domain;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.model.ModelState;
import com.videowindow.patina.domain.release.ReleaseState;
import com.videowindow.patina.domain.request.RequestState;
import java.time.Duration;

/** Why a command was not accepted: an expected answer, not a failure. {@code api} turns each into one problem type. */
public sealed interface Refusal {

    record ConsentMissing(Purpose purpose) implements Refusal {}

    record UnknownContent(ContentId content) implements Refusal {}

    record UnknownProduct(ProductId product) implements Refusal {}

    /** Nothing of this name is under way. */
    record UnknownErasure() implements Refusal {}

    /** It is too far, or not far enough, for that. */
    record ErasureIs(ErasureState state) implements Refusal {}

    /** So many parts wait to be erased already. */
    record TooManyParts(int atMost) implements Refusal {}

    /** Nothing of this name was asked for. */
    record UnknownRequest() implements Refusal {}

    /** It is answered, denied or taken back, or was extended before. */
    record RequestIs(RequestState state, boolean extended) implements Refusal {}

    /** An answer can be put off within the law's first period only. */
    record ExtensionTooLate() implements Refusal {}

    /** The law knows no more time for it. */
    record NoExtension() implements Refusal {}

    /** The engine carries it out, and answers it. */
    record AnsweredByEngine() implements Refusal {}

    /** Somebody else has to decide what the caller asked for. */
    record FourEyes() implements Refusal {}

    /** It was decided otherwise. */
    record ReleaseIs(ReleaseState state) implements Refusal {}

    /** The person asked to be erased: nothing about them is used or kept any more. */
    record Leaving() implements Refusal {}

    /** Nothing of this name was asked for. */
    record UnknownExport() implements Refusal {}

    /** One is being made for this person. */
    record ExportUnderWay(ExportId export) implements Refusal {}

    /** Enough for a day: the next may be asked for after so long. */
    record TooManyExports(Duration pause) implements Refusal {}

    /** It is too far, or not far enough, for that. */
    record ExportIs(ExportState state) implements Refusal {}

    /** It happened before whoever sends it was erased, and is not theirs any more. */
    record BeforeErasure() implements Refusal {}

    /** The person is a minor: who answers for them has to allow it. */
    record GuardianNeeded() implements Refusal {}

    /** Nobody answers for the person: as far as is known they are no minor. */
    record NoMinor() implements Refusal {}

    /** There is no consent that could be ended so: it has never been one, or has ended otherwise. */
    record NothingToEnd(ConsentStatus status) implements Refusal {}

    /** This version of the policy says something else already, and people may have answered it. */
    record PolicyStands() implements Refusal {}

    /** The message names something else that was said before. */
    record MessageReused() implements Refusal {}

    /** There is no model of this name. */
    record UnknownModel() implements Refusal {}

    /** It stands otherwise than what the caller asked for needs. */
    record ModelIs(ModelState state) implements Refusal {}

    /** Somebody changed it since the caller read it: {@code current} is the revision to read again. */
    record Outdated(long expected, long current) implements Refusal {}

    /** A value that cannot be read; {@code field} is its path in the request. */
    record Malformed(String field, String why) implements Refusal {}

    /** A value that is well formed but makes no sense here; {@code field} is its path in the request. */
    record Implausible(String field, String why) implements Refusal {}
}
