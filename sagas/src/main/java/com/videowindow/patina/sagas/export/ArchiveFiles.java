package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * A ZIP file whose entries are encrypted as WinZip specified it (AES-256, AE-2): what usual tools open. Names of entries are
 * not encrypted by it, so they say nothing. Nothing of it is in memory but what is being compressed.
 */
final class ArchiveFiles implements AutoCloseable {
    private final MessageDigest whole = Sha256.digest();
    private final Counting counted;
    private final ZipOutputStream zip;
    private final List<Written> files = new ArrayList<>();

    /**
     * A file of the archive.
     *
     * @param rows in it; 0 where it has none
     */
    record Written(String name, long bytes, String sha256, long rows) {}

    /** Writes a file, text by text. */
    interface Body {
        /** @return how many rows it wrote */
        long writeTo(Sink sink);
    }

    /** Takes text, or bytes of it. */
    interface Sink {
        void write(byte[] utf8);

        default void write(String text) {
            write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long bytes;

        private Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }

    ArchiveFiles(OutputStream out, char[] password) throws IOException {
        counted = new Counting(new DigestOutputStream(out, whole));
        zip = new ZipOutputStream(counted, password, StandardCharsets.UTF_8);
    }

    Written add(String name, Body body) throws IOException {
        zip.putNextEntry(entry(name));
        MessageDigest digest = Sha256.digest();
        Counting file = new Counting(new DigestOutputStream(zip, digest));
        long rows = body.writeTo(bytes -> {
            try {
                file.write(bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        zip.closeEntry();
        Written written = new Written(name, file.bytes, HexFormat.of().formatHex(digest.digest()), rows);
        files.add(written);
        return written;
    }

    private static ZipParameters entry(String name) {
        ZipParameters parameters = new ZipParameters();
        parameters.setFileNameInZip(name);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parameters.setAesVersion(AesVersion.TWO);
        return parameters;
    }

    /** Those that were written so far. */
    List<Written> files() {
        return List.copyOf(files);
    }

    /** Of the whole archive, once it is closed. */
    long bytes() {
        return counted.bytes;
    }

    /** Of the whole archive, once it is closed; asked once. */
    String fingerprint() {
        return HexFormat.of().formatHex(whole.digest());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
