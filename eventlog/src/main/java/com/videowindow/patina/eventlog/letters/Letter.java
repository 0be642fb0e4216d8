package com.videowindow.patina.eventlog.letters;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One letter as it is stored. Times are texts, since a date of BSON would round them. */
record Letter(
        LogPosition position,
        @Nullable String cause,
        @Nullable String message,
        Map<String, String> diagnostics,
        Instant enqueuedAt,
        Instant lastTouched) {

    static Letter of(LogPosition position, DeadLetter<?> letter) {
        return new Letter(
                position,
                letter.cause().map(Cause::type).orElse(null),
                letter.cause().map(Cause::message).orElse(null),
                texts(letter.diagnostics()),
                letter.enqueuedAt(),
                letter.lastTouched());
    }

    static Map<String, String> texts(MetaData diagnostics) {
        Map<String, String> texts = new HashMap<>();
        diagnostics.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    static Letter of(Document stored) {
        Map<String, String> diagnostics = new HashMap<>();
        stored.getList("diagnostics", Document.class)
                .forEach(each -> diagnostics.put(each.getString("name"), each.getString("value")));
        return new Letter(
                new LogPosition(stored.getLong("position")),
                stored.getString("cause"),
                stored.getString("message"),
                diagnostics,
                Instant.parse(stored.getString("enqueued")),
                Instant.parse(stored.getString("touched")));
    }

    Document document() {
        List<Document> pairs = diagnostics.entrySet().stream()
                .map(each -> new Document("name", each.getKey()).append("value", each.getValue()))
                .toList();
        return new Document("position", position.value())
                .append("cause", cause)
                .append("message", message)
                .append("diagnostics", pairs)
                .append("enqueued", enqueuedAt.toString())
                .append("touched", lastTouched.toString());
    }

    MetaData metaData() {
        return MetaData.from(diagnostics);
    }

    DeadEvent seen() {
        return new DeadEvent(position, cause, message, enqueuedAt, lastTouched);
    }
}
