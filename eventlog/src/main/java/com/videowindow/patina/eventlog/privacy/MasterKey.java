package com.videowindow.patina.eventlog.privacy;

import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/**
 * What wraps the keys that wrap people's keys. Bytes that a database deletes stay in its files, journals and copies for
 * long; they say nothing any more once the master key is gone that their way to the plain key began with. So it is renewed
 * whenever a key is destroyed, which costs one wrapping for each shard, however many people there are.
 */
public interface MasterKey {

    /**
     * Does this while nobody else, on any node, stores what they wrapped just now, or renews the master: what was wrapped
     * under a former one and is stored only after that was dropped could never be unwrapped. Not waited for by readers.
     */
    <T> T alone(Supplier<T> work);

    byte[] wrap(byte[] key, byte[] about) throws GeneralSecurityException;

    /** With the newest, or with those that were renewed and not yet dropped. */
    byte[] unwrap(byte[] wrapped, byte[] about) throws GeneralSecurityException;

    /**
     * Wraps with another from now on; the former can still unwrap.
     *
     * @return false where whoever keeps the master renews it by their own rules
     */
    boolean renew();

    /** Nothing is wrapped under the former any more. */
    void dropFormer();
}
