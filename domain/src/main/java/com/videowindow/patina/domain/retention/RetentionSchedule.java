package com.videowindow.patina.domain.retention;

import static com.videowindow.patina.domain.privacy.DataCategory.CONSENT;
import static com.videowindow.patina.domain.privacy.DataCategory.PREFERENCE;

import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For how long everything is kept.
 *
 * @param version how often it was changed
 * @param rules one for each category
 */
public record RetentionSchedule(long version, List<RetentionRule> rules) {
    public static final int LONGEST = 240;

    private static final Set<DataCategory> ENDLESS = EnumSet.of(PREFERENCE, CONSENT);

    public static final RetentionSchedule USUAL = new RetentionSchedule(
            0,
            Arrays.stream(DataCategory.values()).map(RetentionSchedule::usual).toList());

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

    public boolean isOver(RetentionPeriod period, Instant time) {
        return rule(period.category()).isOver(period.month(), time);
    }

    RetentionSchedule with(RetentionRule changed, long number) {
        return new RetentionSchedule(
                number,
                Arrays.stream(DataCategory.values())
                        .map(category -> category == changed.category() ? changed : rule(category))
                        .toList());
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
