package com.videowindow.patina.domain.privacy;

import java.util.Arrays;
import java.util.Set;

/**
 * What kind of thing the log knows about a person. Each kind is kept for its own time and by its own rule, so each has keys
 * of its own. Numbers stand in the log and never change.
 */
public enum DataCategory {
    /** Which choices were made about which use. */
    CONSENT(1),
    /** What a contract needs: orders. */
    CONTRACT(2),
    /** What was watched, saved, shared, said. */
    INTERACTION(3),
    /** What was rated or turned down. */
    FEEDBACK(4),
    /** What somebody says about themselves. */
    PREFERENCE(5),
    /** What was recommended, and why. */
    SERVING(6);

    private static final DataCategory[] BY_NUMBER = new DataCategory[7];

    static {
        Arrays.stream(values()).forEach(category -> BY_NUMBER[category.number] = category);
    }

    private final int number;

    DataCategory(int number) {
        this.number = number;
    }

    /** What it is kept for: all that its events say of themselves in the register. */
    public Set<ProcessingPurpose> purposes() {
        return switch (this) {
            case CONSENT -> Set.of(ProcessingPurpose.PROOF_OF_CONSENT);
            case CONTRACT -> Set.of(ProcessingPurpose.CONTRACT);
            case INTERACTION ->
                Set.of(ProcessingPurpose.PERSONALIZATION, ProcessingPurpose.TRAINING, ProcessingPurpose.ANALYTICS);
            case FEEDBACK -> Set.of(ProcessingPurpose.PERSONALIZATION, ProcessingPurpose.TRAINING);
            case PREFERENCE -> Set.of(ProcessingPurpose.PERSONALIZATION, ProcessingPurpose.RIGHTS_OF_PEOPLE);
            case SERVING ->
                Set.of(ProcessingPurpose.PERSONALIZATION, ProcessingPurpose.EXPLANATION, ProcessingPurpose.ANALYTICS);
        };
    }

    public int number() {
        return number;
    }

    public static boolean isKnown(int number) {
        return number > 0 && number < BY_NUMBER.length;
    }

    /** @throws IllegalArgumentException when this version knows none of this number */
    public static DataCategory of(int number) {
        if (!isKnown(number)) {
            throw new IllegalArgumentException("there is no category of data " + number);
        }
        return BY_NUMBER[number];
    }
}
