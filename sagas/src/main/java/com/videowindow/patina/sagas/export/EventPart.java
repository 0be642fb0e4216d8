package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.release.ReleaseEvent;
import com.videowindow.patina.json.PatinaJson;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happened: an event of the log for each row. */
record EventPart(String name, List<LogPosition> positions, Map<LogPosition, String> names, PersonalEvents events)
        implements Part {

    @Override
    public void each(Consumer<ObjectNode> row) {
        events.read(positions, (position, event) -> row.accept(row(position, event)));
    }

    @Override
    public void newest(int atMost, Consumer<ObjectNode> row) {
        List<LogPosition> latest = positions.subList(Math.max(0, positions.size() - atMost), positions.size());
        events.read(latest, (position, event) -> row.accept(row(position, event)));
    }

    private ObjectNode row(LogPosition position, DomainEvent event) {
        String stored = names.get(position);
        if (stored == null) {
            throw new Incomplete("an index leads to an event whose header names somebody else");
        }
        ObjectNode row = PatinaJson.mapper().createObjectNode();
        row.put("position", position.value());
        row.put("event", stored);
        row.setAll(PatinaJson.mapper().<ObjectNode>valueToTree(event));
        row.remove("subject"); // is the same in all, and stands in about.json
        // Under which number a case stands in the operator's books is no business of the person.
        row.remove("reference");
        if (row.get("evidence") instanceof ObjectNode evidence) {
            evidence.remove("reference");
            hideOfficers(evidence);
        }
        hideOfficers(row);
        Actor officer = officer(event);
        if (officer != null) {
            row.remove(List.of("lookup", "by")); // said to a person is in which role, not who
            row.set("role", PatinaJson.mapper().valueToTree(officer.kind()));
        }
        return row;
    }

    /** In which role somebody decided is told, and not who of the operator's it was. */
    private static void hideOfficers(ObjectNode row) {
        for (String field : List.of("by", "recordedBy")) {
            if (row.get(field) instanceof ObjectNode actor
                    && actor.path("kind").asText().equals("officer")) {
                actor.remove("id");
            }
        }
    }

    private static @Nullable Actor officer(DomainEvent event) {
        return switch (event) {
            case LookedUp lookup -> lookup.by();
            case ReleaseEvent release -> release.by();
            case OpenDsrReceived received -> received.by();
            default -> null;
        };
    }
}
