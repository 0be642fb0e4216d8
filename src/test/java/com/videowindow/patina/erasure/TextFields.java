package com.videowindow.patina.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** All fields of the API that take text, from its description; the description is the server's own, another test says. */
final class TextFields {
    private static final Path DESCRIPTION = Path.of("..", "..", "docs", "openapi.json");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Set<String> WITHOUT_WORDS = Set.of("uuid", "date", "date-time", "duration");
    private static final List<String> COMBINED = List.of("allOf", "oneOf", "anyOf");

    private final Set<TextField> found = new TreeSet<>();
    private final JsonNode description;

    private TextFields(JsonNode description) {
        this.description = description;
    }

    static Set<TextField> all() throws IOException {
        TextFields fields = new TextFields(new ObjectMapper().readTree(DESCRIPTION.toFile()));
        fields.description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        String name = method.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey();
                        fields.of(name, method.getValue());
                    }
                }));
        return fields.found;
    }

    private void of(String operation, JsonNode described) {
        for (JsonNode parameter : described.path("parameters")) {
            String name =
                    parameter.path("in").asText() + ':' + parameter.path("name").asText();
            walk(operation, name, parameter.path("schema"), Set.of());
        }
        for (JsonNode body : described.path("requestBody").path("content")) {
            walk(operation, "body", body.path("schema"), Set.of());
        }
    }

    /** @param within schemas that this one is a part of, so that one which names itself ends */
    private void walk(String operation, String name, JsonNode schema, Set<String> within) {
        if (schema.has("$ref")) {
            String ref = schema.path("$ref").asText().substring(1);
            if (!within.contains(ref)) {
                Set<String> deeper = new TreeSet<>(within);
                deeper.add(ref);
                walk(operation, name, description.at(ref), deeper);
            }
            return;
        }
        if (isText(schema)) {
            found.add(new TextField(operation, name));
        }
        COMBINED.forEach(combined -> schema.path(combined).forEach(one -> walk(operation, name, one, within)));
        schema.path("properties")
                .properties()
                .forEach(one -> walk(operation, name + '.' + one.getKey(), one.getValue(), within));
        if (schema.has("items")) {
            walk(operation, name + "[]", schema.path("items"), within);
        }
        if (schema.path("additionalProperties").isObject()) {
            walk(operation, name + ".*", schema.path("additionalProperties"), within);
        }
    }

    /** One of a format takes it too, such as the path of an address, unless the format leaves no room for words. */
    private static boolean isText(JsonNode schema) {
        return schema.path("type").asText().equals("string")
                && !schema.has("enum")
                && !WITHOUT_WORDS.contains(schema.path("format").asText());
    }
}
