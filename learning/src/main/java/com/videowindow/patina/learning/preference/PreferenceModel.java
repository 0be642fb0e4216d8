package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.consent.ConsentEnded;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.PreferencesStated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Learns what a person cares about, one event at a time.
 *
 * <p>Idea: every deed is evidence for or against each facet of its content ({@link Signal} has the weights). Evidence
 * halves every {@code halfLife} of the person's own event time, so that newer taste counts more, yet a person who was
 * away finds the profile as they left it. The score is the mean of a Beta posterior, {@code (for + 1) / (for + against
 * + 2)}: 0.5 without evidence, and never quite sure. Confidence is {@code n / (n + 3)} for n effective deeds, and
 * wanes gently, to no less than half, while nothing is heard. What the person states stands above whatever was learned:
 * learned scores end at {@value Posterior#LEARNED_CEILING}, where stated ones begin.
 *
 * <p>That is the long part. The short one is the latest {@value ProfileState#MAX_LATELY} deeds: where they tell that taste has
 * changed, what was done before the change counts less ({@link Change}).
 *
 * <p>Sums of decayed evidence do not depend on the order of arrival, but for rounding. Cost: an event touches its own
 * facets only; opening and closing a profile copies it once, so a batch goes through {@link #applyAll}.
 *
 * <p>Reference: Jøsang and Ismail, The Beta Reputation System (2002), for the posterior with forgetting.
 */
public final class PreferenceModel {

    public static final Duration HALF_LIFE = Duration.ofDays(180);

    private final Decay decay;
    private final Posterior posterior;

    public PreferenceModel() {
        this(HALF_LIFE, true);
    }

    private PreferenceModel(Duration halfLife, boolean follows) {
        this.decay = new Decay(halfLife);
        this.posterior = new Posterior(decay, follows);
    }

    /** One that only forgets, and looks for no change of taste: to compare with. */
    public static PreferenceModel forgetting(Duration halfLife) {
        return new PreferenceModel(halfLife, false);
    }

    /** Whether this event can change a profile at all. */
    public static boolean concerns(AboutSubject event) {
        return switch (event) {
            case InteractionRecorded ignored -> true;
            case FeedbackGiven ignored -> true;
            case PreferencesStated ignored -> true;
            case ConsentEnded ended -> ended.purpose().equals(Purpose.PERSONALIZATION);
            default -> false;
        };
    }

    /** The profile after this event. */
    public ProfileState apply(@Nullable ProfileState state, AboutSubject event) {
        return applyAll(state, List.of(event));
    }

    /** The profile after these events of one person, in the order of the log. */
    public ProfileState applyAll(@Nullable ProfileState state, Iterable<? extends AboutSubject> events) {
        Draft draft = new Draft(state == null ? ProfileState.EMPTY : state, decay, posterior);
        for (AboutSubject event : events) {
            draft = after(draft, event);
        }
        return draft.finished();
    }

    /** What is left when the consent to learn has ended. */
    public ProfileState forgotten(ProfileState state) {
        return new Draft(state, decay, posterior).forgotten().finished();
    }

    /** Interests as they stand, what was avoided left out, strongest first. */
    public List<Interest> interests(ProfileState state, Instant now) {
        return posterior.interests(state, now);
    }

    /** The probability that a person's taste has changed within their latest deeds. */
    public double changed(ProfileState state) {
        return posterior.change(state).probability();
    }

    /** What a person masters: what they stated, or else what shows in what they watch to the end. */
    public Optional<SkillLevel> skill(ProfileState state) {
        return practice(state).map(Skill::level);
    }

    /** The same with its doubt. */
    public Optional<Skill> practice(ProfileState state) {
        SkillLevel stated = state.preferences().skill();
        return stated != null
                ? Optional.of(Skill.stated(stated))
                : Skill.of(state.practised(), Posterior.reference(state));
    }

    /** What they could make next. */
    public Makeable makeable(ProfileState state) {
        return new Makeable(state, practice(state));
    }

    private Draft after(Draft draft, AboutSubject event) {
        switch (event) {
            case InteractionRecorded interaction -> {
                draft.practise(interaction);
                draft.learn(Signal.of(interaction));
                Signal.ofWhatWasSold(interaction).ifPresent(draft::learn);
                draft.remember(interaction);
            }
            case FeedbackGiven feedback -> draft.learn(Signal.of(feedback));
            case PreferencesStated stated -> draft.state(stated);
            case ConsentEnded ended -> {
                if (ended.purpose().equals(Purpose.PERSONALIZATION)) {
                    return draft.forgotten();
                }
            }
            default -> {}
        }
        return draft;
    }
}
