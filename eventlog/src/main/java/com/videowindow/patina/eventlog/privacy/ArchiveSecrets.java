package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.videowindow.patina.domain.export.ExportId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Two secrets of each archive: the password that its person has, while it is made; and the key that its pieces rest under,
 * for as long as it is kept. Names are random and never used again, so that no end of a secret needs to stand for it.
 */
final class ArchiveSecrets {
    private static final String PREFIX = "export/";

    private final PayloadKeys keys;

    ArchiveSecrets(PayloadKeys keys) {
        this.keys = keys;
    }

    static boolean areNamed(String name) {
        return name.startsWith(PREFIX);
    }

    private static String password(ExportId export) {
        return PREFIX + export + "/password";
    }

    private static String key(ExportId export) {
        return PREFIX + export + "/key";
    }

    void make(ExportId export, char[] password) {
        byte[] bytes = new String(password).getBytes(StandardCharsets.UTF_8);
        keys.secrets()
                .findOrMake(
                        List.of(password(export), key(export)),
                        name -> name.equals(key(export)) ? Randomness.bytes(AesGcm.KEY_BYTES) : bytes);
    }

    Optional<char[]> passwordOf(ExportId export) {
        return keys.secrets().live(password(export)).map(bytes -> new String(bytes.getData(), StandardCharsets.UTF_8)
                .toCharArray());
    }

    Optional<Aead> keyOf(ExportId export) {
        return keys.secrets().live(key(export)).map(bytes -> new AesGcm(bytes.getData()));
    }

    void forgetPassword(ExportId export) {
        keys.removeNames(List.of(password(export)));
    }

    boolean stand(ExportId export) {
        return keyOf(export).isPresent() || passwordOf(export).isPresent();
    }

    void endAll(Collection<ExportId> exports) {
        List<String> names = new ArrayList<>();
        exports.forEach(export -> names.addAll(List.of(password(export), key(export))));
        keys.removeNames(names);
    }
}
