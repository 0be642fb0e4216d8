package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AesGcmTest {
    private static final byte[] KEY = Randomness.bytes(AesGcm.KEY_BYTES);
    private static final byte[] PLACE = "stream/1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SAID = "dovetails by hand".getBytes(StandardCharsets.UTF_8);

    private final AesGcm key = new AesGcm(KEY);

    @Test
    void tink_reads_what_it_writes_and_it_reads_what_tink_writes() throws GeneralSecurityException {
        Aead tink = new AesGcmJce(KEY);

        assertThat(tink.decrypt(key.encrypt(SAID, PLACE), PLACE)).isEqualTo(SAID);
        assertThat(key.decrypt(tink.encrypt(SAID, PLACE), PLACE)).isEqualTo(SAID);
        assertThat(key.decrypt(key.encrypt(new byte[0], PLACE), PLACE)).isEmpty();
    }

    @Test
    void nothing_altered_opens_and_what_failed_spoils_nothing_after_it() throws GeneralSecurityException {
        byte[] sealed = key.encrypt(SAID, PLACE);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> key.decrypt(altered, PLACE)).isInstanceOf(GeneralSecurityException.class);
        }
        byte[] elsewhere = "stream/2".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> key.decrypt(sealed, elsewhere)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> key.decrypt(Arrays.copyOf(sealed, 27), PLACE))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new AesGcm(Randomness.bytes(AesGcm.KEY_BYTES)).decrypt(sealed, PLACE))
                .isInstanceOf(GeneralSecurityException.class);

        assertThat(key.decrypt(sealed, PLACE)).isEqualTo(SAID);
    }

    @Test
    void many_threads_seal_at_once_and_no_nonce_comes_twice() throws Exception {
        List<Future<List<byte[]>>> all = new ArrayList<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 64; writer++) {
                all.add(writers.submit(() -> {
                    List<byte[]> mine = new ArrayList<>();
                    for (int i = 0; i < 200; i++) {
                        mine.add(key.encrypt(SAID, PLACE));
                    }
                    return mine;
                }));
            }
        }
        Set<ByteBuffer> nonces = new HashSet<>();
        for (Future<List<byte[]>> each : all) {
            for (byte[] sealed : each.get()) {
                assertThat(key.decrypt(sealed, PLACE)).isEqualTo(SAID);
                nonces.add(ByteBuffer.wrap(sealed, 0, 12));
            }
        }
        assertThat(nonces).hasSize(64 * 200);
    }

    @Test
    void a_key_of_another_length_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AesGcm(new byte[16]));
    }
}
