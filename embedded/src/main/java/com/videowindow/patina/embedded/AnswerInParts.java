package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;

/**
 * What was found, told in answers of 16 MB, as MongoDB does: drivers take none above 48 MB, whatever number of documents
 * they asked for.
 */
final class AnswerInParts extends AbstractCursor {
    private static final long MOST_BYTES = 16L << 20;
    /** About what a value takes beside its bytes: a type and a name. */
    private static final long LITTLE = 16;

    private List<Document> untold;

    AnswerInParts(long id, List<Document> found) {
        super(id);
        untold = found;
    }

    @Override
    public boolean isEmpty() {
        return untold.isEmpty();
    }

    /** At least one, at most so many; 0 for as many as there is room for. */
    @Override
    public List<Document> takeDocuments(int atMost) {
        int wanted = atMost > 0 ? Math.min(atMost, untold.size()) : untold.size();
        int count = 0;
        long bytes = 0;
        while (count < wanted) {
            bytes += size(untold.get(count));
            if (count > 0 && bytes > MOST_BYTES) {
                break;
            }
            count++;
        }
        List<Document> told = untold.subList(0, count);
        untold = untold.subList(count, untold.size());
        return told;
    }

    /** About the size in BSON: to write it down twice would cost as much as the answer. */
    private static long size(Object value) {
        return LITTLE
                + switch (value) {
                    case String text -> text.length();
                    case byte[] bytes -> bytes.length;
                    case BinData binary -> binary.getData().length;
                    case Document document ->
                        document.values().stream()
                                .mapToLong(AnswerInParts::size)
                                .sum();
                    case Collection<?> all ->
                        all.stream().mapToLong(AnswerInParts::size).sum();
                    case null, default -> 0;
                };
    }
}
