package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.query.recommendation.FindForSession;
import com.videowindow.patina.query.recommendation.SessionList;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What next for guests, and for whoever does not want to be known: by what the request itself tells. It is not asked who
 * sends it, so any token does; nothing is stored, and nothing can be asked about the list later.
 */
@RestController
@RequestMapping("/api/v1/recommendations")
final class SessionController {
    private static final int BY_DEFAULT = 20;
    private static final int MOST = 100;

    private final Questions questions;
    private final AskedParameters parameters;
    private final ListSettings settings;

    SessionController(Questions questions, AskedParameters parameters, ListSettings settings) {
        this.questions = questions;
        this.parameters = parameters;
        this.settings = settings;
    }

    /**
     * What somebody watched just now, and what they want.
     *
     * @param recent the newest last, at most 50
     * @param about the content that was watched, or the product
     * @param facets of each kind that is named, one of those that are named
     */
    record Session(
            List<ContentId> recent,
            @Nullable Integer limit,
            @Nullable Surface surface,
            @Nullable String about,
            List<ContentId> exclude,
            List<Facet> facets,
            @Nullable String language,
            @Nullable String maxDuration) {

        AskedParameters.Words words() {
            return new AskedParameters.Words(
                    exclude.stream().map(ContentId::value).toList(),
                    facets.stream().map(Facet::toString).toList(),
                    language,
                    maxDuration,
                    surface,
                    about);
        }
    }

    @Operation(
            operationId = "recommendForSession",
            summary = "What next after what was just watched, by that alone: nothing is looked up about anybody, and"
                    + " nothing is kept.")
    @PostMapping("/session")
    ResponseEntity<SessionList> next(@RequestBody Session session, Locale language) {
        int limit = session.limit() == null ? BY_DEFAULT : session.limit();
        if (limit < 1 || limit > MOST) {
            throw Unacceptable.field("limit", "must be between 1 and " + MOST);
        }
        if (session.recent().size() > FindForSession.MOST_RECENT) {
            throw Unacceptable.field("recent", "must have at most " + FindForSession.MOST_RECENT + " entries");
        }
        ListTerms asked = parameters.parse(session.words());
        // by the minute, so that the same session has the same list again: what is new fades by steps
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        FindForSession question = new FindForSession(
                parameters.known("recent", session.recent()), limit, asked, language, now, settings.within(null));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("Content-Language", language.toLanguageTag())
                .body(questions.ask(question, SessionList.class));
    }
}
