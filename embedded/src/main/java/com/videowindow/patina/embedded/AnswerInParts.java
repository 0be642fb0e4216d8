package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What was found, told in answers of 16 MB, as MongoDB does: drivers take none above 48 MB, whatever number of documents
 * they asked for.
 */
final class AnswerInParts extends AbstractCursor {
    private static final long MOST_BYTES = 16L << 20;
    /** About what a value takes beside its bytes: a type and a name. */
    private static final long LITTLE = 16;

    private List<Document> untold;

    private AnswerInParts(long id, List<Document> found) {
        super(id);
        untold = found;
    }

    /** Takes the place of a first batch that has as many documents as were asked for, and of the cursor behind it. */
    static void tell(Document cursor, CursorRegistry cursors) {
        List<Document> found = new ArrayList<>();
        for (Object each : (Collection<?>) Objects.requireNonNull(cursor.get("firstBatch"))) {
            found.add((Document) each);
        }
        int wanted = found.size();
        long behind = ((Number) Objects.requireNonNull(cursor.get("id"))).longValue();
        if (behind != 0) {
            found.addAll(cursors.getCursor(behind).takeDocuments(Integer.MAX_VALUE));
            cursors.remove(behind);
        }
        AnswerInParts answer = new AnswerInParts(cursors.generateCursorId(), found);
        cursor.put("firstBatch", answer.takeDocuments(wanted));
        cursor.put("id", answer.isEmpty() ? 0L : answer.getId());
        if (!answer.isEmpty()) cursors.add(answer);
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
