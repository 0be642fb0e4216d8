package com.videowindow.patina.eventlog.letters;

import com.videowindow.patina.domain.audit.DeadEvent;
import com.videowindow.patina.domain.audit.DeadSequence;
import java.util.List;
import org.bson.Document;

/** What waits of one key, in the order of the log; never empty. */
record Sequence(String group, String id, List<Letter> letters) {

    static Sequence of(Document stored) {
        return new Sequence(
                stored.getString("group"),
                stored.getString("sequence"),
                stored.getList("letters", Document.class).stream()
                        .map(Letter::of)
                        .toList());
    }

    DeadSequence seen(boolean whole) {
        List<DeadEvent> waiting = letters.stream().map(Letter::seen).toList();
        return new DeadSequence(group, id, waiting.size(), waiting.getFirst(), whole ? waiting : waiting.subList(0, 1));
    }
}
