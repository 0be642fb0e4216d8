package com.videowindow.patina.eventlog;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Lines as the C2SP formats have them: each ends in a newline, hashes stand in base64. */
final class Lines {
    private Lines() {}

    static Hash hash(String base64) {
        return Hash.of(bytes(base64));
    }

    /** Strict: two texts of one value would be two proofs of it. */
    static byte[] bytes(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("this base64 is not canonical: " + base64);
        }
        return bytes;
    }

    static String of(List<Hash> hashes) {
        return hashes.stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash.bytes()) + '\n')
                .collect(Collectors.joining());
    }
}
