package com.videowindow.patina.erasure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Looks for markers in the raw bytes of files, in every encoding in which they may rest, also inside of compressed streams.
 * Markers are all of one length and of lower-case letters. Finding is by a table of the first eight bytes of every form, so
 * that hundreds of markers take one pass; a bit for each of their hashes says of nearly all other places that nothing begins
 * there, which is most of the work where programs and indexes of a hundred megabytes lie among the files.
 */
final class Remains {
    private static final int PREFIX = 8;
    private static final int DEEPEST = 3;
    private static final int HASH_BITS = 20;

    private final Map<Long, List<Form>> byPrefix = new HashMap<>();
    private final BitSet begins = new BitSet(1 << HASH_BITS);

    /** One way in which one marker may rest; bytes as the characters of Latin-1. */
    private record Form(String marker, String bytes) {}

    Remains(Collection<String> markers) {
        markers.forEach(marker -> forms(marker)
                .forEach(bytes -> byPrefix.computeIfAbsent(prefix(bytes, 0), prefix -> new ArrayList<>())
                        .add(new Form(marker, new String(bytes, StandardCharsets.ISO_8859_1)))));
        byPrefix.keySet().forEach(prefix -> begins.set(hash(prefix)));
    }

    /** All forms; base64 cuts bytes into threes, so that there are three. */
    static List<byte[]> forms(String marker) {
        byte[] plain = marker.getBytes(StandardCharsets.UTF_8);
        List<byte[]> forms = new ArrayList<>(List.of(
                plain,
                marker.getBytes(StandardCharsets.UTF_16LE),
                marker.getBytes(StandardCharsets.UTF_16BE),
                ascii(HexFormat.of().formatHex(plain)),
                ascii(HexFormat.of().withUpperCase().formatHex(plain)),
                ascii(each(marker, "%%%02X"::formatted)),
                ascii(each(marker, "%%%02x"::formatted)),
                ascii(each(marker, "\\u%04x"::formatted))));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + plain.length];
            System.arraycopy(plain, 0, shifted, shift, plain.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int whole = shift == 0 ? 0 : 4;
            forms.add(ascii(base64.substring(whole, base64.length() - 2)));
        }
        return forms;
    }

    private static String each(String marker, IntFunction<String> encoded) {
        return marker.chars().mapToObj(encoded).collect(Collectors.joining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static long prefix(byte[] bytes, int at) {
        long prefix = 0;
        for (int i = 0; i < PREFIX; i++) {
            prefix = (prefix << 8) | (bytes[at + i] & 0xff);
        }
        return prefix;
    }

    /** Fibonacci hashing. */
    private static int hash(long prefix) {
        return (int) ((prefix * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - HASH_BITS));
    }

    /** Which markers are found where. */
    Map<String, Set<Path>> in(Path folder) {
        Map<String, Set<Path>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                in(read(file)).forEach(marker -> found.computeIfAbsent(marker, unused -> new TreeSet<>())
                        .add(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** A file may go while the stores run. */
    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        look(bytes, found, 0);
        return found;
    }

    private void look(byte[] bytes, Set<String> found, int depth) {
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = (window << 8) | (bytes[i] & 0xff);
            if (i >= PREFIX - 1 && begins.get(hash(window))) {
                int at = i - PREFIX + 1;
                List<Form> candidates = byPrefix.get(window);
                if (candidates != null) {
                    candidates.stream()
                            .filter(form -> stands(form.bytes, bytes, at))
                            .forEach(form -> found.add(form.marker));
                }
            }
            if (depth < DEEPEST && (bytes[i] == 0x1f || bytes[i] == 0x78)) {
                open(bytes, i).ifPresent(inner -> look(inner, found, depth + 1));
            }
        }
    }

    private static boolean stands(String form, byte[] bytes, int at) {
        if (at + form.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            if ((byte) form.charAt(i) != bytes[at + i]) {
                return false;
            }
        }
        return true;
    }

    /** What is compressed from here on, as far as it can be read. */
    private static Optional<byte[]> open(byte[] bytes, int at) {
        if (at + 10 > bytes.length) {
            return Optional.empty();
        }
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        if (first == 0x1f && second == 0x8b && bytes[at + 2] == 8) {
            return inflated(bytes, at, stream -> gzip(stream));
        }
        boolean zlib = first == 0x78 && (second == 0x01 || second == 0x9c || second == 0xda);
        return zlib ? inflated(bytes, at, InflaterInputStream::new) : Optional.empty();
    }

    private static InputStream gzip(InputStream in) {
        try {
            return new GZIPInputStream(in);
        } catch (IOException e) {
            return InputStream.nullInputStream();
        }
    }

    private static Optional<byte[]> inflated(byte[] bytes, int at, UnaryOperator<InputStream> opener) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = opener.apply(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
            in.transferTo(out);
        } catch (IOException e) {
            // what came before the end is looked at
        }
        return out.size() < PREFIX ? Optional.empty() : Optional.of(out.toByteArray());
    }
}
