package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.LogKeys;
import java.util.List;

/** Looks after keys without a log; found as a service, like {@link OfflineCheck}. */
public final class OfflineKeys implements LogKeys {

    @Override
    public String known(Place place) {
        return keys(place).known().text();
    }

    @Override
    public Next next(String name, Place place) {
        return next(CheckpointKey.named(name), keys(place).retire());
    }

    @Override
    public Next replace(String name, Place place) {
        if (place.signer().isPresent()) {
            throw new IllegalStateException("PATINA_LOG_CHECKPOINT_KEY says which key signs; set that to a new one");
        }
        CheckpointKey made = CheckpointKey.named(name);
        Keyring keys = keys(place);
        Next next = next(made, keys.retire()); // before it is replaced: who signed until now must stay known
        keys.replace(made);
        return next;
    }

    private static Next next(CheckpointKey made, KnownKeys former) {
        List<String> before =
                former.oldestFirst().stream().map(VerifierKey::toString).toList();
        return new Next(made.secret(), made.verifier().toString(), before);
    }

    private static Keyring keys(Place place) {
        return new Keyring(place.signer().orElse(null), place.former(), place.home());
    }
}
