package com.videowindow.patina.domain.retention;

import static com.videowindow.patina.domain.privacy.DataCategory.CONSENT;
import static com.videowindow.patina.domain.privacy.DataCategory.PREFERENCE;

import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For how long everything is kept.
 *
 * @param version how often it was changed
 * @param rules one for each category
 * @param purposes of those purposes that somebody set one for
 */
public record RetentionSchedule(long version, List<RetentionRule> rules, List<PurposeRule> purposes) {
    public static final int LONGEST = 240;

    private static final Set<DataCategory> ENDLESS = EnumSet.of(PREFERENCE, CONSENT);

    public static final RetentionSchedule USUAL = new RetentionSchedule(
            0,
            Arrays.stream(DataCategory.values()).map(RetentionSchedule::usual).toList(),
            List.of());

    private static RetentionRule usual(DataCategory category) {
        return switch (category) {
            case CONSENT -> RetentionRule.usual(category, null, RetentionBasis.LEGAL_CLAIMS);
            case CONTRACT -> RetentionRule.usual(category, 120, RetentionBasis.LEGAL_OBLIGATION);
            case INTERACTION, FEEDBACK -> RetentionRule.usual(category, 25, RetentionBasis.CONSENT);
            case PREFERENCE -> RetentionRule.usual(category, null, RetentionBasis.CONTRACT);
            case SERVING -> RetentionRule.usual(category, 13, RetentionBasis.LEGITIMATE_INTEREST);
        };
    }

    public RetentionRule rule(DataCategory category) {
        return rules.stream()
                .filter(rule -> rule.category() == category)
                .findFirst()
                .orElseGet(() -> usual(category));
    }

    public Optional<PurposeRule> rule(ProcessingPurpose purpose) {
        return purposes.stream().filter(rule -> rule.purpose() == purpose).findFirst();
    }

    /** For which purposes a period can be set: those that facts are kept for which end by months. */
    public static Set<ProcessingPurpose> purposesThatEnd() {
        return Arrays.stream(DataCategory.values())
                .filter(category -> category != CONSENT)
                .flatMap(category -> category.purposes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * For how many months a kind is kept at this time, the shorter of its own rule and of what its purposes need together;
     * absent where without end.
     *
     * @param idle purposes that nobody allows, which keep nothing
     */
    public @Nullable Integer monthsAt(DataCategory category, Set<ProcessingPurpose> idle, Instant time) {
        Integer own = rule(category).monthsAt(time);
        Integer needed = neededAt(category, idle, time);
        return RetentionRule.isShorter(needed, own) ? needed : own;
    }

    /**
     * As long as one of its purposes needs it, of those that may use it at all; absent where one of them sets no end, where
     * none is left, and of choices, which hold.
     */
    private @Nullable Integer neededAt(DataCategory category, Set<ProcessingPurpose> idle, Instant time) {
        Integer longest = null;
        for (ProcessingPurpose purpose : category == CONSENT ? Set.<ProcessingPurpose>of() : category.purposes()) {
            if (!idle.contains(purpose)) {
                Integer months = needs(purpose, time);
                if (months == null) {
                    return null;
                }
                longest = longest == null ? months : Integer.valueOf(Math.max(longest, months));
            }
        }
        return longest;
    }

    private @Nullable Integer needs(ProcessingPurpose purpose, Instant time) {
        return rule(purpose).map(rule -> rule.monthsAt(time)).orElse(null);
    }

    /** Which purposes keep a kind for as long as it is kept: without any of them it would go no later. */
    public Set<ProcessingPurpose> keeping(DataCategory category, Set<ProcessingPurpose> idle, Instant time) {
        Integer kept = monthsAt(category, idle, time);
        return category.purposes().stream()
                .filter(purpose -> !idle.contains(purpose))
                .filter(purpose -> !RetentionRule.isShorter(needs(purpose, time), kept))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether at this time all that was stored in the month was kept for long enough, also what came on its last day. */
    public boolean isOver(RetentionPeriod period, Set<ProcessingPurpose> idle, Instant time) {
        Integer kept = monthsAt(period.category(), idle, time);
        return kept != null && period.month().plusMonths(kept).isBefore(RetentionPeriod.month(time));
    }

    /** What somebody decides now about a purpose. */
    public PurposeRule next(
            ProcessingPurpose purpose, @Nullable Integer months, Actor by, Duration grace, Instant now) {
        return PurposeRule.after(rule(purpose).orElse(null), purpose, months, by, grace, now);
    }

    RetentionSchedule with(PurposeRule changed, long number) {
        return new RetentionSchedule(
                number,
                rules,
                Stream.concat(purposes.stream().filter(rule -> rule.purpose() != changed.purpose()), Stream.of(changed))
                        .sorted(Comparator.comparing(PurposeRule::purpose))
                        .toList());
    }

    RetentionSchedule with(RetentionRule changed, long number) {
        return new RetentionSchedule(
                number,
                Arrays.stream(DataCategory.values())
                        .map(category -> category == changed.category() ? changed : rule(category))
                        .toList(),
                purposes);
    }

    /**
     * Why this many months cannot be; absent where they can. What somebody forbade or objected to holds as long as they are
     * there, and what they allowed may have to be proved: ending a month would end both, also what was not said again.
     */
    public static Optional<String> objection(DataCategory category, @Nullable Integer months) {
        if (months == null) {
            return ENDLESS.contains(category)
                    ? Optional.empty()
                    : Optional.of("is required: nothing of this is endless");
        }
        if (category == CONSENT) {
            return Optional.of("must be absent: choices hold, and are proof, as long as the person is there");
        }
        return months < 1 || months > LONGEST ? Optional.of("must be 1 to " + LONGEST) : Optional.empty();
    }
}
