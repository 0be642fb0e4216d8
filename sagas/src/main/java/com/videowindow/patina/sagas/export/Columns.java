package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of one kind as a table: what is nested gets its path as name. Which columns there are is seen while the rows are
 * written as JSON, before they are written again as a table.
 */
final class Columns {
    private final Set<String> names = new LinkedHashSet<>();

    /** Takes in the columns of a row. */
    void see(ObjectNode row) {
        names.addAll(cells(row).keySet());
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** @param text whether somebody wrote it, so that a spreadsheet might take it for a formula */
    record Cell(String value, boolean text) {
        static final Cell EMPTY = new Cell("", false);
    }

    /** In the order of the columns. */
    List<Cell> of(ObjectNode row) {
        Map<String, Cell> cells = cells(row);
        return names.stream().map(name -> cells.getOrDefault(name, Cell.EMPTY)).toList();
    }

    private static Map<String, Cell> cells(ObjectNode row) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        row.properties().forEach(field -> flatten(field.getKey(), field.getValue(), cells));
        return cells;
    }

    private static void flatten(String path, JsonNode value, Map<String, Cell> into) {
        if (value.isObject()) {
            value.properties().forEach(field -> flatten(path + '.' + field.getKey(), field.getValue(), into));
        } else if (value.isArray()) {
            into.put(path, new Cell(joined(value), true));
        } else if (!value.isNull()) {
            into.put(path, new Cell(value.asText(), value.isTextual()));
        }
    }

    /** Words are told one after another; what has a structure of its own stays JSON. */
    private static String joined(JsonNode list) {
        List<String> parts = new ArrayList<>();
        for (JsonNode one : list) {
            if (one.isContainerNode()) {
                return list.toString();
            }
            parts.add(one.asText());
        }
        return String.join("; ", parts);
    }
}
