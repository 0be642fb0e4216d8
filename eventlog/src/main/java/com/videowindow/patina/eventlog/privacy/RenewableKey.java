package com.videowindow.patina.eventlog.privacy;

import java.security.GeneralSecurityException;

/** A master key in a service that numbers its versions. */
public interface RenewableKey {

    /** Whether we are to renew it; otherwise its owner does. */
    boolean isRenewable();

    /** @return what is wrapped from now on is wrapped under this version or a later one */
    int renew() throws GeneralSecurityException;

    /** What is wrapped under former versions is useless for good, for everybody. */
    void dropBefore(int version) throws GeneralSecurityException;

    /** Under which this is wrapped; it stands before it in plain. */
    int version(byte[] wrapped);

    boolean answers();
}
