package com.videowindow.patina.domain.audit;

import java.util.Map;
import java.util.Optional;

/** Checks proofs without a log, with a public key alone. */
public interface ProofCheck {

    /**
     * @param proof of an event, of growth, or a checkpoint alone
     * @param publicKey of the log that it is said to be of
     * @param before the earlier checkpoint that a proof of growth starts at
     */
    Checked check(String proof, String publicKey, Optional<String> before);

    /** A new private key for a log of this name, and its public half. */
    Keys newKeys(String name);

    /** The answer. */
    sealed interface Checked {

        /** @param says what is now certain, in reading order */
        record Holds(Map<String, String> says) implements Checked {}

        record Fails(String why) implements Checked {}
    }

    /** Two halves. */
    record Keys(String secret, String publicKey) {}
}
