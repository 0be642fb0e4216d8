package com.videowindow.patina.projections.recommendation;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.erasure.Unlearning;
import com.videowindow.patina.domain.erasure.Unlearning.Unlearned;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.Trending;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.part.PersonsPast;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.runner.Routine;
import com.videowindow.patina.query.recommendation.Crowd;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What everybody who allows training teaches together. Signals are gathered as the log is read; the model is trained
 * aside from copies of them when there is enough that is new or somebody it learned from is no longer to be heard, and
 * replaced whole.
 */
@Component
final class MemoryCrowd implements Crowd, MemoryView {
    private static final Logger log = LoggerFactory.getLogger(MemoryCrowd.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long TRENDING_EVERY = Duration.ofSeconds(5).toNanos();
    private static final long TRAINING_EVERY = Duration.ofSeconds(30).toNanos();
    /** From beginning to beginning, and two looks less: what is promised is when it begins ({@link Unlearning#BEGINS_WITHIN}). */
    private static final long LETTING_GO_EVERY =
            TRAINING_EVERY - LOOK.multipliedBy(2).toNanos();

    private static final int ENOUGH_NEW = 200;
    /** Times what the last took: of a large crowd it would otherwise take a good part of a processor for ever. */
    private static final int RESTS = 20;

    private final ObjectProvider<PersonsPast> past;
    private final Object lock = new Object();
    /** One training at a time, lest an older lesson take the place of a newer one. */
    private final Object training = new Object();
    /** Of whom something is hidden since, and where the newest stands that was heard of them meanwhile. */
    private final Map<SubjectId, LogPosition> again = new HashMap<>();

    private CrowdSignals signals = new CrowdSignals();
    private boolean outdated;
    private LogPosition read = LogPosition.START;
    private long heard;
    private long trained;
    private long leftOut;
    private long counted;
    private long begunAt;
    private long took;
    private long trainedAt;
    private long countedAt;
    private long waitingSince;
    private @Nullable Routine routine;
    private boolean stopped;
    private ModelVersion before = Learned.NOTHING.version();
    private volatile Learned learned = Learned.NOTHING;
    private final SessionsOfOthers sessions = new SessionsOfOthers();

    MemoryCrowd(ObjectProvider<PersonsPast> past) {
        this.past = past;
    }

    private record Lesson(
            SortedMap<SubjectId, Basket> likes,
            Trending trending,
            LogPosition position,
            long heard,
            long leftOut,
            int unheard) {}

    @Override
    public boolean concerns(Class<?> event) {
        return CrowdSignals.hears(event) || PartEvent.class.isAssignableFrom(event);
    }

    @Override
    public void on(Positioned event) {
        synchronized (lock) {
            long left = signals.leftOut();
            switch (event.event()) {
                case SubjectErased erased -> {
                    signals.apply(erased);
                    again.remove(erased.subject());
                }
                case PartEvent part -> hearAgainAfter(part, event.position());
                case AboutSubject said -> {
                    signals.apply(said);
                    again.computeIfPresent(said.subject(), (subject, before) -> event.position());
                }
                default -> signals.apply(event.event());
            }
            if (signals.leftOut() > left) {
                sessions.letGoOf(event.event());
            }
            read = event.position();
            heard++;
        }
    }

    private void hearAgainAfter(PartEvent part, LogPosition position) {
        if (part.changesWhatIsKnown()) {
            signals.leaveOut(part.subject());
            if (again.isEmpty()) {
                waitingSince = System.nanoTime();
            }
            again.put(part.subject(), position);
            outdated = true;
        }
    }

    /** Whoever says something meanwhile is heard later. */
    private void hearAgain(SubjectId subject) {
        LogPosition upTo;
        synchronized (lock) {
            upTo = read;
        }
        List<AboutSubject> events = past.getObject().whole(subject, upTo).values().stream()
                .filter(AboutSubject.class::isInstance)
                .map(AboutSubject.class::cast)
                .toList();
        synchronized (lock) {
            LogPosition newest = again.get(subject);
            if (newest != null && upTo.covers(newest)) {
                signals.hearAgain(subject, events);
                again.remove(subject);
                outdated = true;
            }
        }
    }

    private void hearAgain() {
        List<SubjectId> waiting;
        synchronized (lock) {
            waiting = List.copyOf(again.keySet());
        }
        try {
            waiting.forEach(this::hearAgain);
        } catch (ReadModelUnavailable | LogUnavailable e) {
            log.debug("Some are heard again later: {}", e.toString());
        }
    }

    @Override
    public MemoryView anew() {
        return new MemoryCrowd(past);
    }

    @Override
    public void takeOver(MemoryView other) {
        synchronized (lock) {
            signals = ((MemoryCrowd) other).signals;
            leftOut = 0;
            sessions.letGoOfAll();
            again.putAll(((MemoryCrowd) other).again);
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

    /**
     * What is learned while somebody is still to be heard again could not be learned from the log a second time. So that is
     * waited for; but not for long, since what is hidden has to be let go of.
     */
    private void learn() {
        hearAgain();
        if (isHeardSoon()) {
            return;
        }
        if (isEnoughNew()) {
            train();
        } else if (isTrendingDue()) {
            count();
        }
    }

    private boolean isHeardSoon() {
        synchronized (lock) {
            return !again.isEmpty() && System.nanoTime() - waitingSince < TRAINING_EVERY;
        }
    }

    private boolean isEnoughNew() {
        synchronized (lock) {
            long unheard = heard - trained;
            boolean enough = unheard > ENOUGH_NEW || unheard * 100 > heard;
            long now = System.nanoTime();
            return outdated
                    || (enough && now - trainedAt >= Math.max(TRAINING_EVERY, RESTS * took))
                    || (signals.leftOut() > leftOut && now - begunAt >= LETTING_GO_EVERY);
        }
    }

    private boolean isTrendingDue() {
        synchronized (lock) {
            return again.isEmpty() && heard > counted && System.nanoTime() - countedAt >= TRENDING_EVERY;
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
        synchronized (training) {
            learn(lesson());
        }
    }

    private Lesson lesson() {
        synchronized (lock) {
            outdated = false;
            begunAt = System.nanoTime();
            sessions.begin();
            return new Lesson(signals.likes(), signals.trending(), read, heard, signals.leftOut(), again.size());
        }
    }

    private void learn(Lesson lesson) {
        CoOccurrence coOccurrence = CoOccurrence.train(List.copyOf(lesson.likes.values()));
        CrowdSessions others = CrowdSessions.of(lesson.likes);
        ModelVersion version = ModelVersion.of("cooccurrence", lesson.position, lesson.unheard);
        synchronized (lock) {
            before = learned.version();
            learned = new Learned(coOccurrence, lesson.trending, version, lesson.position, lesson.position);
            sessions.take(others);
            trained = lesson.heard;
            leftOut = lesson.leftOut;
            counted = lesson.heard;
            trainedAt = System.nanoTime();
            took = trainedAt - begunAt;
            countedAt = trainedAt;
        }
    }

    /**
     * Leaves in force what was learned from all that was heard by now, and from nobody else.
     *
     * @throws NotYet while somebody is to be heard again soon
     */
    Unlearned learnedAnew() {
        hearAgain();
        if (isHeardSoon()) {
            throw new NotYet("somebody of whom a part is hidden is still to be heard again");
        }
        synchronized (training) {
            if (isSomethingNew()) {
                train();
            }
            synchronized (lock) {
                return new Unlearned(before, learned.version());
            }
        }
    }

    private boolean isSomethingNew() {
        synchronized (lock) {
            return outdated || heard > trained;
        }
    }

    @Override
    public CrowdSessions sessions() {
        return sessions.now();
    }

    @Override
    public Learned learned() {
        return learned;
    }
}
