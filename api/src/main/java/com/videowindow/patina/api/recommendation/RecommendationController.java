package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.RecentLists;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.query.recommendation.Counterfactuals;
import com.videowindow.patina.query.recommendation.Explanation;
import com.videowindow.patina.query.recommendation.FindCounterfactuals;
import com.videowindow.patina.query.recommendation.FindExplanation;
import com.videowindow.patina.query.recommendation.FindParameters;
import com.videowindow.patina.query.recommendation.FindReasons;
import com.videowindow.patina.query.recommendation.MainParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What next for the caller, and why. */
@RestController
@RequestMapping("/api/v1/user/recommendations")
final class RecommendationController {

    private static final String VARY = "Authorization, Accept-Language";

    private final Recommender recommender;
    private final PoolParameter pools;
    private final AskedParameters asked;
    private final ListsBefore before;
    private final RecentLists recent;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final LogInspection log;
    private final ListSettings settings;

    RecommendationController(
            Recommender recommender,
            PoolParameter pools,
            AskedParameters asked,
            ListsBefore before,
            RecentLists recent,
            Questions questions,
            ReadYourWrites writes,
            LogInspection log,
            ListSettings settings) {
        this.recommender = recommender;
        this.pools = pools;
        this.asked = asked;
        this.before = before;
        this.recent = recent;
        this.questions = questions;
        this.writes = writes;
        this.log = log;
        this.settings = settings;
    }

    @Operation(operationId = "recommend", summary = "What next, and why.")
    @ApiResponse(responseCode = "200", description = "A list", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "304", description = "The list under this tag is still the same", content = @Content)
    @GetMapping
    ResponseEntity<Served> next(
            Caller caller,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String context,
            @RequestParam(required = false) @Nullable String pool,
            @RequestParam(defaultValue = "hybrid") Algorithm algorithm,
            @RequestParam(required = false) @Nullable List<String> exclude,
            @RequestParam(required = false) @Nullable List<String> facets,
            @RequestParam(name = "language", required = false) @Nullable String spoken,
            @RequestParam(required = false) @Nullable String maxDuration,
            @RequestParam(defaultValue = "feed") Surface surface,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable UUID continues,
            @RequestParam(required = false) @Min(1) @Max(60_000) @Nullable Integer budget,
            HttpServletRequest request,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            Locale language) {
        boolean stale = writes.isStale(after, "interest-profiles", "shown");
        AskedParameters.Words words = new AskedParameters.Words(
                AskedParameters.several(exclude), AskedParameters.several(facets), spoken, maxDuration, surface, about);
        Recommender.Wish timeless = continues == null
                ? new Recommender.Wish(
                        algorithm, limit, pools.parse(pool), asked.parse(words), label(context), language, false, null)
                : next(caller, continues, request, limit, language);
        Recommender.Wish wish = timeless.within(settings.within(budget));
        Optional<ListTag> known = "*".equals(ifNoneMatch)
                ? Optional.of(recommender.tag(caller, wish))
                : ListTag.all(ifNoneMatch)
                        .filter(tag -> recommender.isUnchanged(caller, wish, tag))
                        .findFirst();
        if (known.isPresent()) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(known.get().header())
                    .build();
        }
        Recommender.Answer answer = recommender.recommend(caller, wish);
        return ResponseEntity.ok()
                .eTag(ListTag.of(answer.list()).header())
                .header("Cache-Control", "private, no-cache")
                .header("Vary", VARY)
                .header("Content-Language", language.toLanguageTag())
                .body(Served.of(answer.list(), after, answer.degraded(), stale));
    }

    @Operation(
            operationId = "listParameters",
            summary = "What decides about lists, and what the caller can do about it, in plain words.")
    @GetMapping("/parameters")
    MainParameters parameters(@RequestParam(defaultValue = "feed") Surface surface, Locale language) {
        return questions.ask(new FindParameters(surface, language), MainParameters.class);
    }

    @Operation(operationId = "explain", summary = "Why a list was as it was.")
    @GetMapping("/{id}/explanation")
    ResponseEntity<Explanation> why(Caller caller, @PathVariable UUID id, Locale language) {
        RecommendationId list = new RecommendationId(id);
        Explanation told = recent.find(caller.user(), caller.known(), list)
                .map(served -> questions.ask(new FindReasons(served, language), Explanation.class))
                .or(() -> trail(caller, list, language))
                .orElseThrow(Unacceptable::nothingHere);
        return ResponseEntity.ok()
                .header("Vary", VARY)
                .header("Content-Language", language.toLanguageTag())
                .body(told);
    }

    /** From the trails; if it is not there, once more after they have caught up with what the log has now. */
    private Optional<Explanation> trail(Caller caller, RecommendationId list, Locale language) {
        FindExplanation question = new FindExplanation(caller.reader(), list, language);
        Optional<Explanation> found = questions.find(question, Explanation.class);
        if (found.isEmpty() && !writes.isStale(log.head().value(), "trails")) {
            return questions.find(question, Explanation.class);
        }
        return found;
    }

    @Operation(
            operationId = "whatIf",
            summary = "What would become of an item of a list without what each of its reasons rests on.")
    @GetMapping("/{id}/items/{contentId}/counterfactuals")
    ResponseEntity<Counterfactuals> whatIf(
            Caller caller, @PathVariable UUID id, @PathVariable ContentId contentId, Locale language) {
        RecommendationId list = new RecommendationId(id);
        RecommendationsServed known =
                recent.find(caller.user(), caller.known(), list).orElse(null);
        FindCounterfactuals question = new FindCounterfactuals(caller.reader(), list, known, contentId, language);
        return ResponseEntity.ok()
                .header("Vary", VARY)
                .header("Content-Language", language.toLanguageTag())
                .body(questions.find(question, Counterfactuals.class).orElseThrow(Unacceptable::nothingHere));
    }

    private Recommender.Wish next(
            Caller caller, UUID continues, HttpServletRequest request, int limit, Locale language) {
        for (String given : request.getParameterMap().keySet()) {
            if (ListsBefore.TAKEN_OVER.contains(given)) {
                throw Unacceptable.field(given, "is taken from the list that this one continues");
            }
        }
        return before.goingOn(caller, new RecommendationId(continues), limit, language);
    }

    private static @Nullable String label(@Nullable String context) {
        try {
            return context == null ? null : Check.identifier("context", context, 64);
        } catch (IllegalArgumentException wrong) {
            throw Unacceptable.field("context", String.valueOf(wrong.getMessage()));
        }
    }
}
