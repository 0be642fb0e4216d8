package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many met each piece of content and do not like it; content is numbered here, as it was first met. Not safe for threads. */
final class PassedCounts {
    private final Map<ContentId, Integer> numbers = new HashMap<>();
    private final List<ContentId> contents = new ArrayList<>();
    private int[] established = new int[64];
    private int[] newcomers = new int[64];

    int numberOf(ContentId content) {
        Integer known = numbers.putIfAbsent(content, contents.size());
        if (known != null) {
            return known;
        }
        contents.add(content);
        if (contents.size() > established.length) {
            established = Arrays.copyOf(established, 2 * established.length);
            newcomers = Arrays.copyOf(newcomers, 2 * newcomers.length);
        }
        return contents.size() - 1;
    }

    void add(int number, int more, boolean isEstablished) {
        (isEstablished ? established : newcomers)[number] += more;
    }

    Stream<Vouching.Heads> heads() {
        return IntStream.range(0, contents.size())
                .filter(number -> established[number] + newcomers[number] > 0)
                .mapToObj(number -> new Vouching.Heads(contents.get(number), established[number], newcomers[number]));
    }
}
