package com.videowindow.patina.api.breach;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk.Header;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessedEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Whose data could have been read in a span of time, counted from headers of events in order: everybody about whom something
 * was stored before its end, without those whose keys, or whose documents, were gone before its beginning. Each person is a
 * set of kinds of events, one bit each, so that a million people are some hundred megabytes while it is counted.
 */
final class Exposure implements Consumer<Header> {
    private static final String CLEARED = "ErasureCertified";
    private static final String UNREADABLE = "SubjectErased";

    private final Instant from;
    private final Map<String, Integer> bits = new HashMap<>();
    private final List<ProcessedEvent> kinds;
    private final Map<SubjectId, Long> had = new HashMap<>();
    private final Set<SubjectId> unreadable = new HashSet<>();
    private final Set<SubjectId> cleared = new HashSet<>();
    private final Map<String, People> found = new ConcurrentHashMap<>();

    /** @param kinds of events that are sealed */
    Exposure(Instant from, List<ProcessedEvent> kinds) {
        this.from = from;
        this.kinds = kinds;
        for (int bit = 0; bit < kinds.size(); bit++) {
            bits.put(kinds.get(bit).name(), bit);
        }
        if (kinds.size() > Long.SIZE) {
            throw new IllegalStateException("more kinds of events about people than bits");
        }
    }

    @Override
    public void accept(Header event) {
        Integer bit = bits.get(event.type());
        if (bit != null && event.subject() != null) {
            had.merge(event.subject(), 1L << bit, (one, other) -> one | other);
        } else if (event.at().isBefore(from)) {
            end(event);
        }
    }

    private void end(Header event) {
        if (event.type().equals(UNREADABLE)) {
            unreadable.add(ErasureEvent.subjectOf(event.stream()));
        } else if (event.type().equals(CLEARED)) {
            cleared.add(ErasureEvent.subjectOf(event.stream()));
        }
    }

    /** The people whom a store had; to be asked once everything is counted. */
    People in(Store store) {
        return found.computeIfAbsent(store.name(), name -> {
            Set<SubjectId> gone = gone(store);
            long wanted = mask(store);
            return new People(had.entrySet().stream()
                    .filter(one -> (one.getValue() & wanted) != 0 && !gone.contains(one.getKey()))
                    .map(one -> new Person(one.getKey(), categories(one.getValue() & wanted)))
                    .sorted(Comparator.comparing(Person::place))
                    .toList());
        });
    }

    /** How many people a store had. */
    int countIn(Store store) {
        long wanted = mask(store);
        Set<SubjectId> gone = gone(store);
        return (int) had.entrySet().stream()
                .filter(one -> (one.getValue() & wanted) != 0 && !gone.contains(one.getKey()))
                .count();
    }

    private Set<SubjectId> gone(Store store) {
        return store.isSealed() ? unreadable : cleared;
    }

    private long mask(Store store) {
        long mask = 0;
        for (int bit = 0; bit < kinds.size(); bit++) {
            mask |= store.concerns().test(kinds.get(bit).type()) ? 1L << bit : 0;
        }
        return mask;
    }

    private List<DataCategory> categories(long seen) {
        return Stream.iterate(0, bit -> bit < kinds.size(), bit -> bit + 1)
                .filter(bit -> (seen & 1L << bit) != 0)
                .flatMap(bit -> Stream.ofNullable(kinds.get(bit).category()))
                .distinct()
                .sorted()
                .toList();
    }

    /** One of them, and what kinds of data there were. */
    record Person(SubjectId subject, List<DataCategory> categories) {
        private String place() {
            return subject.toString();
        }
    }

    /** All of them, in the order of their ids. */
    record People(List<Person> all) {
        Map<DataCategory, Integer> byCategory() {
            Map<DataCategory, Integer> counts = new EnumMap<>(DataCategory.class);
            all.forEach(one -> one.categories().forEach(each -> counts.merge(each, 1, Integer::sum)));
            return counts;
        }

        List<Person> after(String cursor, int limit) {
            return all.stream()
                    .dropWhile(one -> one.place().compareTo(cursor) <= 0)
                    .limit(limit)
                    .toList();
        }
    }
}
