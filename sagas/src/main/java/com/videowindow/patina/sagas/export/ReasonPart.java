package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.export.Conclusions;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.json.PatinaJson;
import java.util.List;
import java.util.function.Consumer;

/** Why something was recommended: the reasons that were kept with each list, in words, a row for each item. */
record ReasonPart(String name, List<LogPosition> lists, PersonalEvents events, Conclusions conclusions)
        implements Part {

    @Override
    public void each(Consumer<ObjectNode> row) {
        events.read(lists, (position, event) -> explain(event, row));
    }

    /** A list has at least one item. */
    @Override
    public void newest(int atMost, Consumer<ObjectNode> row) {
        Latest latest = new Latest(atMost);
        events.read(
                lists.subList(Math.max(0, lists.size() - atMost), lists.size()),
                (position, event) -> explain(event, latest));
        latest.each(row);
    }

    private void explain(DomainEvent event, Consumer<ObjectNode> row) {
        if (event instanceof RecommendationsServed list) {
            conclusions
                    .reasons(list)
                    .forEach(why -> row.accept(PatinaJson.mapper().valueToTree(why)));
        }
    }
}
