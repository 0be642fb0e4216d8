package com.videowindow.patina.domain.audit;

import java.util.Map;
import java.util.Optional;

/** Checks proofs without a log, with its public keys alone. */
public interface ProofCheck {

    /**
     * @param proof of an event, of growth, or a checkpoint alone
     * @param publicKeys of the log that it is said to be of, oldest first, a line each
     * @param before the earlier checkpoint that a proof of growth starts at
     * @throws IllegalArgumentException when a public key is none, or the earlier checkpoint is missing
     */
    Checked check(String proof, String publicKeys, Optional<String> before);

    /** The answer. */
    sealed interface Checked {

        /** @param says what is now certain, in reading order */
        record Holds(Map<String, String> says) implements Checked {}

        record Fails(String why) implements Checked {}
    }
}
