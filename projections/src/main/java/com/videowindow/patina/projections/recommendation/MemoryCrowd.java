package com.videowindow.patina.projections.recommendation;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.Trending;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.runner.Routine;
import com.videowindow.patina.query.recommendation.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What everybody who allows training teaches together. Signals are gathered as the log is read; the model is trained
 * aside from copies of them when there is enough that is new or somebody it learned from is no longer to be heard, and
 * replaced whole.
 */
@Component
final class MemoryCrowd implements Crowd, MemoryView {
    private static final Set<Class<?>> CONCERNS =
            Set.of(InteractionRecorded.class, FeedbackGiven.class, SubjectErased.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long TRENDING_EVERY = Duration.ofSeconds(5).toNanos();
    private static final long TRAINING_EVERY = Duration.ofSeconds(30).toNanos();
    private static final int ENOUGH_NEW = 200;

    private final Object lock = new Object();
    private CrowdSignals signals = new CrowdSignals();
    private boolean outdated;
    private LogPosition read = LogPosition.START;
    private long heard;
    private long trained;
    private long leftOut;
    private long counted;
    private long trainedAt;
    private long countedAt;
    private @Nullable Routine routine;
    private boolean stopped;
    private volatile Learned learned = Learned.NOTHING;

    private record Lesson(List<Basket> baskets, Trending trending, LogPosition position, long heard, long leftOut) {}

    @Override
    public boolean concerns(Class<?> event) {
        return CONCERNS.contains(event) || ConsentEvent.class.isAssignableFrom(event);
    }

    @Override
    public void on(Positioned event) {
        synchronized (lock) {
            if (event.event() instanceof SubjectErased erased) {
                signals.forget(erased.subject());
            } else {
                signals.apply((AboutSubject) event.event());
            }
            read = event.position();
            heard++;
        }
    }

    @Override
    public MemoryView anew() {
        return new MemoryCrowd();
    }

    @Override
    public void takeOver(MemoryView other) {
        synchronized (lock) {
            signals = ((MemoryCrowd) other).signals;
            leftOut = 0;
            outdated = true;
        }
    }

    /** The first training is done before this returns: recommending without it would be a different product. */
    @Override
    public void caughtUp() {
        train();
        synchronized (lock) {
            if (!stopped) {
                routine = Routine.aside(LOOK, "crowd-training", this::learn);
            }
        }
    }

    @Override
    public void stop() {
        synchronized (lock) {
            stopped = true;
            if (routine != null) {
                routine.stop();
            }
        }
    }

    private void learn() {
        if (isEnoughNew()) {
            train();
        } else if (isTrendingDue()) {
            count();
        }
    }

    private boolean isEnoughNew() {
        synchronized (lock) {
            long unheard = heard - trained;
            boolean enough = unheard > ENOUGH_NEW || unheard * 100 > heard;
            boolean due = enough || signals.leftOut() > leftOut;
            return outdated || (due && System.nanoTime() - trainedAt >= TRAINING_EVERY);
        }
    }

    private boolean isTrendingDue() {
        synchronized (lock) {
            return heard > counted && System.nanoTime() - countedAt >= TRENDING_EVERY;
        }
    }

    private void count() {
        synchronized (lock) {
            learned =
                    new Learned(learned.coOccurrence(), signals.trending(), learned.version(), learned.trained(), read);
            counted = heard;
            countedAt = System.nanoTime();
        }
    }

    private void train() {
        Lesson lesson;
        synchronized (lock) {
            lesson = new Lesson(signals.baskets(), signals.trending(), read, heard, signals.leftOut());
            outdated = false;
        }
        CoOccurrence coOccurrence = CoOccurrence.train(lesson.baskets);
        ModelVersion version = new ModelVersion("cooccurrence@" + Math.max(0, lesson.position.value()));
        synchronized (lock) {
            learned = new Learned(coOccurrence, lesson.trending, version, lesson.position, lesson.position);
            trained = lesson.heard;
            leftOut = lesson.leftOut;
            counted = lesson.heard;
            trainedAt = System.nanoTime();
            countedAt = trainedAt;
        }
    }

    @Override
    public Learned learned() {
        return learned;
    }
}
