package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a deed says about a person's taste. The one table of weights, in likes: a like is 1.
 *
 * <pre>
 * view       0.6 x completion, finished (90 % or more) 1, left before 5 % 0;
 *            without completion 0.6 x watched / 10 minutes, at most 0.6; with neither 0.2
 * like 1     comment 0.5   share 1      save 0.8        follow 1.5 (the creator only)
 * purchase 2 add to cart 1 skip -0.4    dismiss -1      dislike -1.2   not interested -1.2
 * rate       (stars - 3) / 2, from -1.25 to 1
 * search, impression  nothing: the one has no facets yet, the other was our doing
 * </pre>
 *
 * Guessed at first, and put beside what {@code patina bench market} learns from what became of content that was met later
 * ({@code docs/learning.md}): finishing is worth more than a like there, and counts as much as one, since what people
 * say goes before what they do.
 *
 * A rating is centred on the scale's fixed 3, not on the person's own mean: a running mean would make the profile
 * depend on the order in which events arrive.
 *
 * @param proof what a reason may say about it; absent where there is nothing good to say
 * @param engages the person has met the content, so it is not new to them any more
 * @param clear positive or negative beyond doubt: a prediction can be checked on it
 */
public record Signal(
        @Nullable ContentId content,
        Facets facets,
        double weight,
        @Nullable Proof proof,
        boolean engages,
        boolean dismisses,
        boolean clear,
        Instant at) {

    static final double FINISHED = 0.9;
    private static final double LEFT_AT_ONCE = 0.05;

    public static Signal of(InteractionRecorded event) {
        return switch (event.kind()) {
            case VIEW -> view(event);
            case LIKE -> clear(event, 1, Proof.LIKED);
            case COMMENT -> vague(event, 0.5, Proof.COMMENTED);
            case SHARE -> clear(event, 1, Proof.SHARED);
            case SAVE -> vague(event, 0.8, Proof.SAVED);
            case PURCHASE -> clear(event, 2, Proof.BOUGHT);
            case ADD_TO_CART -> vague(event, 1, Proof.CARTED);
            case SKIP -> clear(event, -0.4, null);
            case DISMISS -> new Signal(event.content(), event.facets(), -1, null, true, true, true, event.at());
            case RATE ->
                rating(event.content(), event.facets(), event.engagement().rating(), event.at());
            case FOLLOW -> silent(event, 1.5);
            case SEARCH, IMPRESSION -> silent(event, 0);
        };
    }

    /**
     * What a sale says about the facets that only the products have. It is about no content: a video from which an oak
     * board was bought need not be about oak, and a reason must be true of what it names.
     */
    static Optional<Signal> ofWhatWasSold(InteractionRecorded event) {
        Sale sale = event.sale();
        if (sale == null) {
            return Optional.empty();
        }
        Facets only = new Facets(sale.facets().values().stream()
                .filter(facet -> !event.facets().values().contains(facet))
                .toList());
        return Optional.of(new Signal(null, only, of(event).weight(), null, true, false, false, event.at()));
    }

    public static Signal of(FeedbackGiven event) {
        return switch (event.type()) {
            case RATING -> rating(event.content(), event.facets(), event.value(), event.at());
            case LIKE -> said(event, 1, Proof.LIKED, false, true);
            case DISLIKE -> said(event, -1.2, null, false, true);
            case NOT_INTERESTED -> said(event, -1.2, null, true, true);
            case COMMENT -> said(event, 0.5, Proof.COMMENTED, false, false);
        };
    }

    /** Whether it says that the person liked the content. */
    public boolean likes() {
        return weight >= Judgement.LIKED && content != null && engages;
    }

    private static Signal view(InteractionRecorded event) {
        double weight = watched(event.engagement());
        Double completion = event.engagement().completion();
        boolean finished = completion != null && completion >= FINISHED;
        Proof proof = finished ? Proof.FINISHED : weight >= 0.2 ? Proof.WATCHED : null;
        return new Signal(event.content(), event.facets(), weight, proof, true, false, finished, event.at());
    }

    private static double watched(Engagement engagement) {
        Double completion = engagement.completion();
        Double seconds = engagement.watchedSeconds();
        if (completion != null) {
            return completion >= FINISHED ? 1 : completion < LEFT_AT_ONCE ? 0 : 0.6 * completion;
        }
        return seconds == null ? 0.2 : 0.6 * Math.min(1, seconds / 600);
    }

    private static Signal rating(@Nullable ContentId content, Facets facets, @Nullable Double given, Instant at) {
        double stars = given == null ? 3 : given;
        Proof proof = stars >= 4 ? Proof.RATED_HIGHLY : null;
        return new Signal(content, facets, (stars - 3) / 2, proof, true, false, stars >= 4 || stars <= 2.5, at);
    }

    private static Signal clear(InteractionRecorded event, double weight, @Nullable Proof proof) {
        return new Signal(event.content(), event.facets(), weight, proof, true, false, true, event.at());
    }

    private static Signal vague(InteractionRecorded event, double weight, Proof proof) {
        return new Signal(event.content(), event.facets(), weight, proof, true, false, false, event.at());
    }

    private static Signal silent(InteractionRecorded event, double weight) {
        return new Signal(event.content(), event.facets(), weight, null, false, false, false, event.at());
    }

    private static Signal said(
            FeedbackGiven event, double weight, @Nullable Proof proof, boolean dismisses, boolean clear) {
        return new Signal(event.content(), event.facets(), weight, proof, true, dismisses, clear, event.at());
    }
}
