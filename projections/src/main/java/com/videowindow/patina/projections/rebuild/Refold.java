package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.Refolding;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.runner.ReadModel;
import com.videowindow.patina.projections.store.Indices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Rebuilds what held something of ended periods, since evidence that was folded into a document cannot be taken out of it.
 * A rebuild is begun by whoever stores its record first; one that ended without taking its place is followed by another, and
 * its index deleted. So is the index of one from before that could be resumed: it may hold what has ended.
 */
@Component
final class Refold implements Refolding {
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final ProjectionDirectory projections;
    private final Replays replays;
    private final ReplayBook book;
    private final Indices indices;

    Refold(ProjectionDirectory projections, Replays replays, ReplayBook book, Indices indices) {
        this.projections = projections;
        this.replays = replays;
        this.book = book;
        this.indices = indices;
    }

    @Override
    public void refold(Ending ending, Instant now) {
        List<String> names = projections.all().stream()
                .map(LiveProjection::model)
                .filter(model -> holds(model, ending))
                .map(ReadModel::name)
                .sorted()
                .toList();
        List<String> open = new ArrayList<>(names);
        open.removeIf(name -> isDone(ending, name, now));
        if (!open.isEmpty()) {
            throw new NotYet(String.join(", ", open) + " being rebuilt");
        }
    }

    private static boolean holds(ReadModel<?> model, Ending ending) {
        return model.isPersonal()
                && ending.categories().stream().flatMap(Refold::facts).anyMatch(model::concerns);
    }

    /** What is folded or kept of each kind. */
    private static Stream<Class<? extends DomainEvent>> facts(DataCategory category) {
        return switch (category) {
            case CONSENT -> Stream.of(ConsentGiven.class, ConsentWithdrawn.class);
            case CONTRACT -> Stream.of(OrderPlaced.class);
            case INTERACTION -> Stream.of(InteractionRecorded.class);
            case FEEDBACK -> Stream.of(FeedbackGiven.class);
            case PREFERENCE -> Stream.of(PreferencesStated.class, RectificationAsked.class);
            case SERVING -> Stream.of(RecommendationsServed.class);
        };
    }

    private boolean isDone(Ending ending, String name, Instant now) {
        String prefix = "retention-" + ending.id() + "-" + name + "-";
        for (int attempt = 1; ; attempt++) {
            ReplayStatus known = replays.find(prefix + attempt).orElse(null);
            if (known == null) {
                if (attempt == 1 || isTime(prefix + (attempt - 1), now)) {
                    dropUnfinished(name, now);
                    replays.start(prefix + attempt, name, now);
                }
                return false;
            }
            switch (known.state()) {
                case COMPLETED -> {
                    return true;
                }
                case RUNNING, SWAPPING -> {
                    return false;
                }
                case CANCELLED, FAILED -> {}
            }
        }
    }

    /** At once after one whose node was stopped; one that failed may fail again. */
    private boolean isTime(String last, Instant now) {
        return book.find(last)
                .filter(record -> record.state() == State.CANCELLED
                        || record.savedAt().plus(AGAIN).isBefore(now))
                .isPresent();
    }

    private void dropUnfinished(String name, Instant now) {
        List<ReplayRecord> others = book.all().stream()
                .filter(record -> record.projection().equals(name) && record.state() != State.COMPLETED)
                .toList();
        String live = indices.behind(name).orElse("");
        for (ReplayRecord other : others) {
            if (Abandoned.marked(other, now).isUnfinished()) {
                throw new NotYet(name + " is being rebuilt from before");
            }
            if (!other.index().equals(live)) {
                indices.delete(other.index());
            }
        }
    }
}
