package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Hyperparameters.Factorization;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When models are trained, and what they are trained with.
 *
 * @param at what time of the day, UTC
 * @param step how often it is looked for what comes next
 * @param lease after which another node takes over from one that is not heard of
 * @param leastPeople whose likes there must be
 * @param leastLikes of theirs
 * @param heldOut share of people whose last like is kept from a training to measure it
 * @param keep how many models are there to go back to, with the one in force
 * @param relearnAfter after how long a training is begun when somebody left
 * @param retireAfter after how long at the latest no model serves that may have learned from somebody who left
 * @param watch for how long after it is put in force a model is watched
 * @param watchEvery how often it is looked at meanwhile
 * @param watchPeople who must have liked something since, for it to be judged
 */
@ConfigurationProperties("patina.models")
record ModelSettings(
        @DefaultValue("03:30") LocalTime at,
        @DefaultValue("1s") Duration step,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("20") int leastPeople,
        @DefaultValue("100") int leastLikes,
        @DefaultValue("0.1") double heldOut,
        @DefaultValue("5") int keep,
        @DefaultValue("1h") Duration relearnAfter,
        @DefaultValue("24h") Duration retireAfter,
        @DefaultValue("7d") Duration watch,
        @DefaultValue("1h") Duration watchEvery,
        @DefaultValue("50") int watchPeople,
        @DefaultValue GuardrailSettings guardrails,
        @DefaultValue TrainingSettings training) {

    ModelSettings {
        if (leastPeople < 2 || leastLikes < 2 || keep < 1 || watchPeople < 2 || !(heldOut > 0 && heldOut <= 1)) {
            throw new IllegalArgumentException("patina.models: no model can be trained with these");
        }
    }

    /**
     * What a model is held to.
     *
     * @param accuracy by what share its gain may be below what it is measured beside
     * @param decline by what share its gain may be below what the one in force had when that was measured
     * @param coverage what share of the content that the one in force shows it has to show
     * @param segments by what share the gain of light or heavy people may be below
     * @param calibration how far off its scores may say how likely something is liked
     * @param latency how long scoring all content for one may take, at the 99th percentile
     * @param overlap what share of ten its lists must have in common with those of the one in force
     * @param shadowLists how many lists are compared
     * @param regression by what share it may do worse on new likes than the one before, until it is taken back
     */
    record GuardrailSettings(
            @DefaultValue("0.02") double accuracy,
            @DefaultValue("0.25") double decline,
            @DefaultValue("0.5") double coverage,
            @DefaultValue("0.1") double segments,
            @DefaultValue("0.05") double calibration,
            @DefaultValue("100ms") Duration latency,
            @DefaultValue("0.1") double overlap,
            @DefaultValue("200") int shadowLists,
            @DefaultValue("0.1") double regression) {}

    /**
     * As {@link Hyperparameters}.
     *
     * @param factorizations those that were chosen on held-out likes, where none are named
     */
    record TrainingSettings(
            @DefaultValue("500") double easePenalty,
            @DefaultValue("9") double easeAlike,
            @DefaultValue("500") int easeKept,
            @Nullable List<Factorization> factorizations,
            @DefaultValue("10000") int items,
            @Nullable Integer easeExact) {

        Hyperparameters hyperparameters() {
            return new Hyperparameters(
                    easePenalty,
                    easeAlike,
                    easeKept,
                    factorizations == null ? chosen() : factorizations,
                    items,
                    easeExact);
        }

        private static List<Factorization> chosen() {
            return CollaborativeModel.Settings.CHOSEN.factors().stream()
                    .map(one -> new Factorization(
                            one.factors(),
                            one.unliked(),
                            one.penalty(),
                            one.power(),
                            one.heed(),
                            one.rounds(),
                            one.seed()))
                    .toList();
        }
    }
}
