package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Pages;
import com.videowindow.patina.domain.recommendation.RecentLists;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.recommendation.FindServed;
import com.videowindow.patina.query.recommendation.Pool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes of a list that the caller was served the wish for its next page. A page is of the same kind as the first, so nothing
 * but its length is asked for again; each list has all that stood above it, so that one is enough to go on from.
 */
@Component
final class ListsBefore {
    /** What a page takes from the list before. */
    static final Set<String> TAKEN_OVER =
            Set.of("pool", "context", "algorithm", "exclude", "facets", "language", "maxDuration", "surface", "about");

    private static final String GONE = "No such list was served to you, or it is not remembered any more.";
    private static final String DEEP = "It goes no further; what stood above can be excluded from a list of its own.";

    private final RecentLists recent;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final LogInspection log;

    ListsBefore(RecentLists recent, Questions questions, ReadYourWrites writes, LogInspection log) {
        this.recent = recent;
        this.questions = questions;
        this.writes = writes;
        this.log = log;
    }

    Recommender.Wish goingOn(Caller caller, RecommendationId id, int limit, Locale language) {
        RecommendationsServed before = find(caller, id).orElseThrow(() -> Unacceptable.nothingHere(GONE));
        if (!goesOn(before)) {
            throw new Unacceptable(Problem.of(ProblemType.LIST_ENDED, DEEP));
        }
        return new Recommender.Wish(
                before.algorithm(),
                limit,
                new Pool(
                        new LinkedHashSet<>(before.inputs().contents()),
                        before.inputs().facets()),
                after(before),
                before.surface(),
                language,
                !before.consents().isEmpty(),
                null);
    }

    /** Whether a page may follow, as far as can be told before it is ranked. */
    static boolean mayGoOn(RecommendationsServed list) {
        return goesOn(list) && list.inputs().eligible() > list.items().size();
    }

    private static boolean goesOn(RecommendationsServed list) {
        return list.inputs().whatElse().above().size() + list.items().size() <= Pages.MOST;
    }

    private static ListTerms after(RecommendationsServed before) {
        ListTerms asked = before.inputs().whatElse();
        Pages pages = asked.pages();
        List<ContentId> above = Stream.concat(
                        asked.above().stream(), before.items().stream().map(ServedItem::content))
                .toList();
        return asked.after(
                pages == null
                        ? new Pages(before.id(), before.at(), above)
                        : new Pages(pages.first(), pages.since(), above));
    }

    /** In memory, or else in the trails; if it is not there, once more after they have caught up with what the log has now. */
    private Optional<RecommendationsServed> find(Caller caller, RecommendationId id) {
        return recent.find(caller.user(), caller.known(), id).or(() -> {
            FindServed question = new FindServed(caller.reader(), id);
            Optional<RecommendationsServed> found = questions.find(question, RecommendationsServed.class);
            return found.isEmpty() && !writes.isStale(log.head().value(), "trails")
                    ? questions.find(question, RecommendationsServed.class)
                    : found;
        });
    }
}
