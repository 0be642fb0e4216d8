package com.videowindow.patina.api;

import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;

/** What the people of these tests watch; the first of each category is its most basic. */
final class CraftCatalogue {

    private CraftCatalogue() {}

    /** Sixteen pieces of content in two categories and one product; publishing it again changes nothing. */
    static void publish() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 8; i++) {
            lines.append(line("joint-" + i, "woodworking", "dovetail", "mara"));
            lines.append(line("bowl-" + i, "ceramics", "throwing", "ruth"));
        }
        lines.append("""
                {"id":"chisel","title":"Bench chisel","creator":"jonas","category":"woodworking",\
                "techniques":["dovetail"],"price":{"amount":19.5,"currency":"EUR"},"stock":4}
                """);
        Answer answer = Node.editor()
                .send("POST", "/api/v1/catalog/import", lines.toString(), "Content-Type", "application/x-ndjson");
        if (answer.status() != 200 || !answer.json().path("refused").isEmpty()) {
            throw new AssertionError(answer.json().toPrettyString());
        }
        awaitInMemory(answer.position());
    }

    /** Until this node's memory knows everything up to the position. */
    static void awaitInMemory(long position) {
        Calls somebody = Node.person("somebody");
        await().until(() -> !somebody.get("/api/v1/user/recommendations?limit=1&after=" + position)
                .json()
                .has("stale"));
    }

    private static String line(String id, String category, String technique, String creator) {
        return """
               {"id":"%s","title":"%s","creator":"%s","category":"%s","techniques":["%s"],"skill":"beginner",\
               "tags":["handmade"],"language":"en","duration":"PT10M","publishedAt":"2026-05-04T09:00:00Z"}
               """.formatted(id, id, creator, category, technique);
    }

    static String view(String messageId, String contentId) {
        return """
               {"messageId":"%s","contentId":"%s","kind":"view","at":"%s",
                "engagement":{"watchedSeconds":590,"completion":1},"context":{"surface":"home","platform":"web"}}
               """.formatted(messageId, contentId, java.time.Instant.now().minusSeconds(60));
    }
}
