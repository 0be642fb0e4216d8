package com.videowindow.patina.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs local tokens: made once, kept in a file that only its owner reads. */
final class SigningKey {

    /** Enough to tell it from a platform's keys, and short in every token. */
    private static final int NAME_LENGTH = 6;

    private SigningKey() {}

    static ECKey in(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return ECKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("The signing key in " + file + " cannot be used", e);
        }
    }

    /** Complete before it is visible, and never over another: two processes may start at once. */
    private static void create(Path file) throws IOException, JOSEException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " has no folder");
        }
        PrivateFolders.lay(folder);
        ECKey made = new ECKeyGenerator(Curve.P_256).generate();
        String name = made.computeThumbprint().toString().substring(0, NAME_LENGTH);
        ECKey key = new ECKey.Builder(made).keyID(name).build();
        Path draft = Files.createTempFile(
                folder,
                "token-signing",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, key.toJSONString());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // The other one's key counts.
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
