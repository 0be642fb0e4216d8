package com.videowindow.patina.eventlog;

import com.videowindow.patina.eventlog.privacy.MasterKey;
import com.videowindow.patina.eventlog.privacy.RemoteMasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** The same with a master key in Vault, for which nodes share no lock. */
@Tag("long")
class DestroyedKeysInVaultTest extends DestroyedKeysTest {
    private final TransitServer vault = new TransitServer();

    @Override
    MasterKey otherMaster() {
        return RemoteMasterKey.in(TransitServer.settings(vault.address(), TransitServer.TOKEN, null));
    }

    @Override
    int rounds() {
        return 4;
    }

    @Override
    String masterNow() {
        return String.valueOf(vault.key().minAvailable());
    }

    @AfterEach
    void stop() {
        vault.close();
    }
}
