package com.videowindow.patina.domain.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys that a log is signed with, for whoever has no log open. */
public interface LogKeys {

    /**
     * Where to look for keys.
     *
     * @param home data folder
     * @param signer what is configured instead of the home's own key
     * @param former public keys that are configured instead of those that the home names as former, oldest first
     */
    record Place(Path home, Optional<String> signer, List<String> former) {}

    /** Public keys known there, oldest first, a line each; empty when there are none, and then none is made. */
    String known(Place place);

    /**
     * A key for a log of this name, to follow the one that signs at this place, which the home then names as former.
     *
     * @param place where the new one is not kept
     */
    Next next(String name, Place place);

    /** The same, and the home signs with the new one. @throws IllegalStateException when its key is configured */
    Next replace(String name, Place place);

    /**
     * A new key.
     *
     * @param former public keys that signed before it, oldest first
     */
    record Next(String secret, String publicKey, List<String> former) {}
}
