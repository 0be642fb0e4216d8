package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.learning.preference.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what the crowd teaches from everybody's events in log order; only those who allow training are heard, and
 * whoever withdraws is left out of the next training and of what is popular. Not safe for threads.
 *
 * <p>At most {@value #MAX_LIKED} likes a person are kept, the latest: beyond that somebody says little about what goes
 * together, and training costs the square of it. Popular is what most people like: each counts once, for the first time,
 * and no longer once they changed their mind.
 */
public final class CrowdSignals {

    public static final int MAX_LIKED = 300;

    private static final Comparator<Map.Entry<ContentId, Like>> LATEST_FIRST =
            Map.Entry.<ContentId, Like>comparingByValue(
                            Comparator.comparing(Like::latest).reversed())
                    .thenComparing(Map.Entry.comparingByKey());

    private final Map<SubjectId, Standing> standings = new HashMap<>();
    private final Map<SubjectId, Map<ContentId, Like>> liked = new HashMap<>();
    private final TrendingCounts trending = new TrendingCounts();
    private long leftOut;

    /** One person's liking of one piece of content. */
    private record Like(Instant first, Instant latest) {
        Like again(Instant at) {
            return new Like(first, at);
        }
    }

    public void apply(AboutSubject event) {
        switch (event) {
            case ConsentEvent consent -> heed(consent);
            case InteractionRecorded interaction -> hear(interaction.subject(), Signal.of(interaction));
            case FeedbackGiven feedback -> hear(feedback.subject(), Signal.of(feedback));
            default -> {}
        }
    }

    /** Who restricts or objects is left out as who withdraws, and heard anew when they no longer do. */
    private void heed(ConsentEvent event) {
        Standing now = standings.getOrDefault(event.subject(), Standing.NONE).after(event);
        standings.put(event.subject(), now);
        if (!mayHear(event.subject())) {
            drop(event.subject());
        }
    }

    /** Whether a person allows training, as far as was heard. A consent that runs out ends by an event of its own. */
    public boolean mayHear(SubjectId subject) {
        Standing standing = standings.getOrDefault(subject, Standing.NONE);
        PurposeStanding training = standing.of(Purpose.TRAINING);
        return training.isOpen() && (!standing.isOn(Control.MINOR) || training.byGuardian());
    }

    /** Leaves a person out from now on, until they allow training again. */
    public void forget(SubjectId subject) {
        standings.remove(subject);
        drop(subject);
    }

    /** Leaves out what a person taught so far, until it is heard again. */
    public void leaveOut(SubjectId subject) {
        drop(subject);
    }

    /**
     * Hears a person from the beginning, in the place of what was heard.
     *
     * @param events all of theirs in log order
     */
    public void hearAgain(SubjectId subject, Iterable<? extends AboutSubject> events) {
        forget(subject);
        events.forEach(this::apply);
    }

    private void drop(SubjectId subject) {
        Map<ContentId, Like> theirs = liked.remove(subject);
        if (theirs != null) {
            theirs.forEach((content, like) -> trending.remove(content, like.first()));
            leftOut++;
        }
    }

    /** How often somebody was left out from then on: whoever trained when it was less has learned from people no longer heard. */
    public long leftOut() {
        return leftOut;
    }

    public CoOccurrence train() {
        return CoOccurrence.train(baskets());
    }

    public Trending trending() {
        return trending.snapshot();
    }

    /** What everybody who is heard likes: a copy, so that training can take its time elsewhere. */
    public List<Basket> baskets() {
        return liked.values().stream().map(CrowdSignals::basket).toList();
    }

    private void hear(SubjectId subject, Signal signal) {
        ContentId content = signal.content();
        if (content == null || !mayHear(subject)) {
            return;
        }
        if (signal.likes()) {
            Map<ContentId, Like> theirs = liked.computeIfAbsent(subject, unknown -> new HashMap<>());
            Like known = theirs.get(content);
            theirs.put(content, known == null ? new Like(signal.at(), signal.at()) : known.again(signal.at()));
            if (known == null) {
                trending.add(content, signal.at());
            }
            if (theirs.size() > MAX_LIKED) {
                theirs.entrySet().stream()
                        .max(LATEST_FIRST)
                        .map(Map.Entry::getKey)
                        .ifPresent(oldest -> drop(theirs, oldest));
            }
        } else if (signal.clear() && liked.containsKey(subject)) {
            drop(liked.get(subject), content);
        }
    }

    private void drop(Map<ContentId, Like> theirs, ContentId content) {
        Like known = theirs.remove(content);
        if (known != null) {
            trending.remove(content, known.first());
        }
    }

    private static Basket basket(Map<ContentId, Like> theirs) {
        return new Basket(theirs.entrySet().stream()
                .sorted(LATEST_FIRST)
                .map(Map.Entry::getKey)
                .toList());
    }
}
