package com.videowindow.patina.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.videowindow.patina.domain.privacy.SecretFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The key that signs local tokens: made once, kept in a file that only its owner reads. */
final class SigningKey {

    /** Enough to tell it from a platform's keys, and short in every token. */
    private static final int NAME_LENGTH = 6;

    private SigningKey() {}

    static ECKey in(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && Files.notExists(file)) {
                PrivateFolders.lay(folder);
            }
            return ECKey.parse(SecretFiles.found().kept(file, SigningKey::made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("The signing key in " + file + " cannot be used", e);
        }
    }

    private static String made() {
        try {
            ECKey made = new ECKeyGenerator(Curve.P_256).generate();
            String name = made.computeThumbprint().toString().substring(0, NAME_LENGTH);
            return new ECKey.Builder(made).keyID(name).build().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("A signing key cannot be made", e);
        }
    }
}
