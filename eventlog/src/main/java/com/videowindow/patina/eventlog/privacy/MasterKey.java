package com.videowindow.patina.eventlog.privacy;

import java.security.GeneralSecurityException;

/**
 * What wraps the keys that wrap people's keys. Bytes that a database deletes stay in its files, journals and copies for
 * long; they say nothing any more once the master key is gone that their way to the plain key began with. So it is renewed
 * whenever a key is destroyed, which costs one wrapping for each shard, however many people there are.
 */
public interface MasterKey {

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
