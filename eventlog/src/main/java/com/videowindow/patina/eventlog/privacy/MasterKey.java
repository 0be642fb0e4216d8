package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.privacy.MasterRotation.Master;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What wraps the keys that wrap people's keys. Bytes that a database deletes stay in its files, journals and copies for
 * long; they say nothing any more once the master key is gone that their way to the plain key began with. So it is renewed
 * whenever a key is destroyed, which costs one wrapping for each shard, however many people there are.
 */
public interface MasterKey {

    /**
     * Does this while nobody else, on any node, puts another master in the place of this one, where two at once would lose
     * one of theirs. A service that numbers its keys keeps all of them, and nobody waits for anybody. Not waited for by
     * readers.
     */
    <T> T alone(Supplier<T> work);

    byte[] wrap(byte[] key, byte[] about) throws GeneralSecurityException;

    /** With the newest, or with those that were renewed and not yet dropped. */
    byte[] unwrap(byte[] wrapped, byte[] about) throws GeneralSecurityException;

    /**
     * Finds out whether this is the master of the key store: a file may be a copy, and what is configured another's. A
     * service is asked when it is needed, since a node starts also while it is away.
     *
     * @throws MasterElsewhere when it is not, or not any more
     */
    default void heed(MasterMark mark) {}

    /**
     * Wraps with another from now on; the former can still unwrap.
     *
     * @return false where whoever keeps the master renews it by their own rules
     * @throws MasterElsewhere when another home renewed it; then nothing has changed
     */
    boolean renew(MasterMark mark);

    /** Nothing is wrapped any more under those that were there before {@link #renew}; they unwrap nothing from now on. */
    void dropFormer();

    Master kind();

    /** Which of its versions wrapped this, where the service numbers them. */
    default OptionalInt version(byte[] wrapped) {
        return OptionalInt.empty();
    }

    /** Why people's keys cannot be opened with it now; absent while they can. */
    Optional<String> away();
}
