package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.learning.preference.Liking;
import com.videowindow.patina.learning.preference.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gathers what the crowd teaches from everybody's events in log order; only those who allow training are heard, and
 * whoever withdraws is left out of the next training and of what is popular. Whoever asked to be erased is left out until
 * they think better of it, and everybody while training is not offered. Not safe for threads.
 *
 * <p>At most {@value Liking#MOST} likes a person are kept, the latest: beyond that somebody says little about what goes
 * together, and training costs the square of it. Popular is what most people like: each counts once, for the first time,
 * and no longer once they changed their mind.
 *
 * <p>Who met something and does not like it, be it that they left early, passed it over or said so, is counted beside those who
 * do, once as well and until they do; of these as many a person are kept. It says how sure it is what share of
 * people like it ({@link Doubts}).
 */
public final class CrowdSignals {

    private static final Set<Class<?>> HEARD = Set.of(
            InteractionRecorded.class,
            FeedbackGiven.class,
            PurposeDefined.class,
            ErasureRequested.class,
            ErasureCancelled.class,
            SubjectErased.class);

    private final Map<SubjectId, Standing> standings = new HashMap<>();
    /** People whose history came all at once, by an operator who vouches for its times; nobody can say so of themselves. */
    private final Set<SubjectId> takenOver = new HashSet<>();

    private final Map<SubjectId, Liked> liked = new HashMap<>();
    /** What those like who asked to be erased. */
    private final Map<SubjectId, Liked> ofLeavers = new HashMap<>();

    private final TrendingCounts trending = new TrendingCounts();
    private boolean offered = true;
    private long leftOut;

    /** Whether events of this type are to be applied. */
    public static boolean hears(Class<?> event) {
        return HEARD.contains(event) || ConsentEvent.class.isAssignableFrom(event);
    }

    public void apply(DomainEvent event) {
        switch (event) {
            case PurposeDefined defined -> heed(defined);
            case ErasureRequested asked -> suspend(asked.subject());
            case ErasureCancelled stays -> resume(stays.subject());
            case SubjectErased gone -> forget(gone.subject());
            case ConsentEvent consent -> heed(consent);
            case InteractionRecorded deed -> hear(deed.subject(), Signal.of(deed), deed.receivedAt());
            case FeedbackGiven feedback -> hear(feedback.subject(), Signal.of(feedback), feedback.at());
            default -> {}
        }
    }

    /** Who restricts or objects is left out as who withdraws, and heard anew when they no longer do. */
    private void heed(ConsentEvent event) {
        Standing now = standings.getOrDefault(event.subject(), Standing.NONE).after(event);
        standings.put(event.subject(), now);
        if (event instanceof ConsentGiven given && given.channel() == Channel.IMPORT) {
            takenOver.add(event.subject());
        }
        if (!allows(event.subject())) {
            drop(event.subject());
        }
    }

    private void heed(PurposeDefined defined) {
        if (defined.purpose().equals(Purpose.TRAINING)) {
            leftOut += offered && !defined.offered() ? 1 : 0;
            offered = defined.offered();
        }
    }

    private void suspend(SubjectId subject) {
        Liked theirs = liked.getOrDefault(subject, new Liked(trending));
        drop(subject);
        ofLeavers.put(subject, theirs);
    }

    private void resume(SubjectId subject) {
        Liked theirs = ofLeavers.remove(subject);
        if (theirs != null && !theirs.isEmpty()) {
            liked.put(subject, theirs);
            theirs.count();
        }
    }

    /** Whether a person's data may be trained on, as far as was heard. */
    public boolean mayHear(SubjectId subject) {
        return offered && !ofLeavers.containsKey(subject) && allows(subject);
    }

    /** A consent that runs out ends by an event of its own. */
    private boolean allows(SubjectId subject) {
        return standings.getOrDefault(subject, Standing.NONE).isOpen(Purpose.TRAINING);
    }

    /** Leaves a person out from now on, until they allow training again. */
    public void forget(SubjectId subject) {
        standings.remove(subject);
        takenOver.remove(subject);
        drop(subject);
        ofLeavers.remove(subject);
    }

    /** Leaves out what a person taught so far, until it is heard again. */
    public void leaveOut(SubjectId subject) {
        drop(subject);
    }

    /**
     * Hears a person from the beginning, in the place of what was heard.
     *
     * @param events all of theirs in log order; whoever leaves still leaves, whether they tell of it or not
     */
    public void hearAgain(SubjectId subject, Iterable<? extends AboutSubject> events) {
        boolean leaves = ofLeavers.containsKey(subject);
        forget(subject);
        events.forEach(this::apply);
        if (leaves && !ofLeavers.containsKey(subject)) {
            suspend(subject);
        }
    }

    private void drop(SubjectId subject) {
        Liked theirs = liked.remove(subject);
        if (theirs != null) {
            theirs.takeBack();
            leftOut++;
        }
        ofLeavers.computeIfPresent(subject, (leaver, before) -> new Liked(trending));
    }

    /** How often somebody was left out from then on: whoever trained when it was less has learned from people no longer heard. */
    public long leftOut() {
        return leftOut;
    }

    public CoOccurrence train() {
        return CoOccurrence.train(baskets());
    }

    public Trending trending() {
        return offered ? trending.snapshot() : Trending.NONE;
    }

    /** What everybody who is heard likes: a copy, so that training can take its time elsewhere. */
    public List<Basket> baskets() {
        return List.copyOf(likes().values());
    }

    /** Likewise, and who it is. */
    public SortedMap<SubjectId, Basket> likes() {
        SortedMap<SubjectId, Basket> likes = new TreeMap<>(Comparator.comparing(SubjectId::value));
        if (offered) {
            Vouching vouching = trending.vouching();
            liked.forEach((subject, theirs) -> {
                if (!theirs.likesNothing()) {
                    likes.put(subject, theirs.basket(vouching));
                }
            });
        }
        return likes;
    }

    private void hear(SubjectId subject, Signal signal, Instant receivedAt) {
        ContentId content = signal.content();
        if (content == null || !signal.engages() || !mayHear(subject)) {
            return;
        }
        Liked theirs = liked.computeIfAbsent(subject, unknown -> new Liked(trending));
        theirs.hear(content, signal, takenOver.contains(subject) ? signal.at() : receivedAt);
    }
}
