package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens an archive by the text of its format alone (PKWARE's APPNOTE and WinZip's AES-2), sharing nothing with what wrote it.
 */
final class OpenedArchive {
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int AES = 99;
    private static final int SALT = 16;
    private static final int VERIFIER = 2;
    private static final int TAG = 10;
    private static final int KEY = 32;
    private static final int ROUNDS = 1_000;

    private OpenedArchive() {}

    /** What its files say, by name. */
    static Map<String, String> of(byte[] archive, String password) throws Exception {
        ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - 22;
        assertThat(zip.getInt(end)).isEqualTo(END);
        Map<String, String> files = new TreeMap<>();
        int at = zip.getInt(end + 16);
        for (int left = zip.getShort(end + 10); left > 0; left--) {
            assertThat(zip.getInt(at)).isEqualTo(CENTRAL);
            int name = zip.getShort(at + 28);
            int extra = zip.getShort(at + 30);
            byte[] plain = plain(archive, at, at + 46 + name, password);
            files.put(
                    new String(archive, at + 46, name, StandardCharsets.UTF_8),
                    new String(plain, StandardCharsets.UTF_8));
            at += 46 + name + extra + zip.getShort(at + 32);
        }
        return files;
    }

    private static byte[] plain(byte[] archive, int entry, int extra, String password) throws Exception {
        ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(zip.getShort(entry + 10)).isEqualTo((short) AES);
        assertThat(zip.getShort(extra)).isEqualTo((short) 0x9901);
        assertThat(zip.get(extra + 8)).as("AES-256").isEqualTo((byte) 3);
        int local = zip.getInt(entry + 42);
        int from = local + 30 + zip.getShort(local + 26) + zip.getShort(local + 28);
        int size = zip.getInt(entry + 20);
        byte[] all = Arrays.copyOfRange(archive, from, from + size);
        return inflated(decrypted(all, password), zip.getInt(entry + 24));
    }

    private static byte[] decrypted(byte[] all, String password) throws GeneralSecurityException {
        PBEKeySpec spec =
                new PBEKeySpec(password.toCharArray(), Arrays.copyOf(all, SALT), ROUNDS, 8 * (2 * KEY + VERIFIER));
        byte[] keys = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(spec)
                .getEncoded();
        if (!Arrays.equals(keys, 2 * KEY, 2 * KEY + VERIFIER, all, SALT, SALT + VERIFIER)) {
            throw new GeneralSecurityException("another password");
        }
        byte[] sealed = Arrays.copyOfRange(all, SALT + VERIFIER, all.length - TAG);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(keys, KEY, KEY, "HmacSHA1"));
        assertThat(Arrays.copyOf(mac.doFinal(sealed), TAG))
                .isEqualTo(Arrays.copyOfRange(all, all.length - TAG, all.length));
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys, 0, KEY, "AES"));
        for (int block = 0; block * 16 < sealed.length; block++) {
            byte[] counter = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(block + 1)
                    .array();
            byte[] stream = cipher.doFinal(counter);
            for (int i = 0; i < 16 && block * 16 + i < sealed.length; i++) {
                sealed[block * 16 + i] ^= stream[i];
            }
        }
        return sealed;
    }

    private static byte[] inflated(byte[] deflated, int size) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(deflated);
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        byte[] some = new byte[8_192];
        while (!inflater.finished()) {
            int count = inflater.inflate(some);
            if (count == 0 && inflater.needsInput()) {
                break;
            }
            out.write(some, 0, count);
        }
        inflater.end();
        assertThat(out.size()).isEqualTo(size);
        return out.toByteArray();
    }
}
