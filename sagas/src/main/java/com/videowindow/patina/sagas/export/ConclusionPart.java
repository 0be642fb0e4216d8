package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.json.PatinaJson;
import java.util.List;
import java.util.function.Consumer;

/** What was concluded, as it stands now; bounded, since a profile is. */
record ConclusionPart(String name, List<?> rows) implements Part {

    @Override
    public void each(Consumer<ObjectNode> row) {
        rows.forEach(one -> row.accept(PatinaJson.mapper().valueToTree(one)));
    }

    @Override
    public void newest(int atMost, Consumer<ObjectNode> row) {
        rows.subList(Math.max(0, rows.size() - atMost), rows.size())
                .forEach(one -> row.accept(PatinaJson.mapper().valueToTree(one)));
    }
}
