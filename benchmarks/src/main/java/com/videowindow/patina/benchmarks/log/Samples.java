package com.videowindow.patina.benchmarks.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Made-up payloads in the form of the examples that our tests keep of every event: other ids, times, numbers and words, and
 * now and then without a value that may be absent. Nothing of anybody is in them.
 */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long LATEST = Instant.parse("2027-01-01T00:00:00Z").getEpochSecond();
    private static final int SPAN = 365 * 86_400;
    private static final double ABSENT = 0.25;
    /** Most of a log is interactions. */
    private static final double INTERACTIONS = 0.7;

    private static final Map<String, List<String>> WORDS = Map.of(
            "currency",
            List.of("EUR", "USD", "GBP"),
            "channel",
            List.of("web", "ios", "android", "api"),
            "language",
            List.of("en", "de", "fr"),
            "kind",
            List.of("view", "like", "comment", "share", "save", "follow", "purchase", "add_to_cart", "skip", "rate"),
            "purpose",
            List.of("personalization", "analytics", "marketing", "training", "experiments"),
            "platform",
            List.of("web", "ios", "android"),
            "surface",
            List.of("home", "watch", "search", "shop"),
            "type",
            List.of("rating", "not_interested", "survey", "more_like_this"),
            "skill",
            List.of("beginner", "intermediate", "advanced"));
    private static final List<String> CRAFTS = List.of(
            "woodworking",
            "ceramics",
            "textiles",
            "jewellery",
            "leather",
            "glass",
            "metal",
            "paper",
            "dovetail",
            "mortise",
            "glazing",
            "throwing",
            "weaving",
            "knitting",
            "soldering",
            "walnut",
            "oak",
            "clay",
            "wool");
    private static final List<String> FACETS =
            List.of("category:", "subcategory:", "technique:", "material:", "skill:", "creator:");

    private final Random random;
    private final List<JsonNode> examples = new ArrayList<>();
    private final JsonNode interaction;

    /** @param folder of the examples, one JSON file for each event and revision */
    Samples(Path folder, long seed) throws IOException {
        random = new Random(seed);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList())
                examples.add(PatinaJson.mapper().readTree(file.toFile()));
        }
        interaction = PatinaJson.mapper()
                .readTree(folder.resolve("InteractionRecorded.1.json").toFile());
    }

    byte[] next() throws IOException {
        JsonNode like = random.nextDouble() < INTERACTIONS ? interaction : one(examples);
        return PatinaJson.mapper().writeValueAsBytes(varied("", like));
    }

    private JsonNode varied(String name, JsonNode like) {
        return switch (like) {
            case ObjectNode object -> {
                ObjectNode made = JSON.objectNode();
                object.properties().forEach(field -> {
                    boolean kept =
                            random.nextDouble() > ABSENT || field.getKey().matches("subject|at|id");
                    if (kept) made.set(field.getKey(), varied(field.getKey(), field.getValue()));
                });
                yield made;
            }
            case ArrayNode array -> {
                ArrayNode made = JSON.arrayNode();
                int size = array.isEmpty() ? 0 : 1 + random.nextInt(5);
                for (int i = 0; i < size; i++) made.add(varied(name, array.get(0)));
                yield made;
            }
            case TextNode text -> JSON.textNode(text(name, text.textValue()));
            default ->
                like.isIntegralNumber()
                        ? JSON.numberNode(1 + random.nextInt(50))
                        : like.isNumber() ? JSON.numberNode(random.nextInt(1_000) / 10.0) : like;
        };
    }

    private String text(String name, String like) {
        if (like.matches("[0-9a-f]{8}-[0-9a-f-]{27}") || name.equals("message") || name.equals("session")) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        if (like.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
            return Instant.ofEpochSecond(LATEST - random.nextInt(SPAN), random.nextInt(1_000_000) * 1_000L)
                    .toString();
        }
        if (like.matches("[a-z]+:.*")) return one(FACETS) + one(CRAFTS);
        List<String> known = WORDS.get(name);
        return known == null ? one(CRAFTS) + "-" + random.nextInt(1_000) : one(known);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
