package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A month's report as a page for people. */
final class ReportPage {

    private ReportPage() {}

    /** @param note the signed text, shown at the end so that the page carries its proof */
    static String of(JsonNode report, String note) {
        Page page = new Page("en", "Compliance report " + report.path("month").asText())
                .text("Made " + report.path("generated").asText() + " from the log up to position "
                        + report.path("logPosition").asText()
                        + (report.path("complete").asBoolean() ? "." : "; the month was not over."));
        chain(page, report.path("chain"));
        consents(page, report);
        rows(
                page.section("Requests that came or were closed"),
                report.path("requests"),
                "request",
                "kind",
                "regulation",
                "received",
                "due",
                "extended",
                "state",
                "closed",
                "days",
                "inTime",
                "overdue",
                "response",
                "basis",
                "reference");
        metAtOnce(page, report.path("metAtOnce"));
        rows(
                page.section("Erasures that were certified, and what the look after them found"),
                report.path("erasures"),
                "erasure",
                "extent",
                "completed",
                "certificateSha256",
                "remainingDocuments");
        JsonNode retention = report.path("retention");
        page.section("What was kept for long enough")
                .text(retention.path("endedPeriods").asText() + " months of a kind ended, of everybody but of "
                        + retention.path("heldPeople").asText() + " whose data a legal reason keeps; "
                        + retention.path("heldPeriods").asText() + " are kept of them alone, and "
                        + retention.path("duePeriods").asText() + " have not ended yet.");
        JsonNode refused = report.path("refusedUses");
        page.section("Uses that were refused").text("Counted by all nodes.");
        counts(page, "Reason", refused.path("byReason"));
        page.section("Look-ups of officers");
        counts(page, "What", report.path("lookups"));
        page.section("Signature").text(note.substring(note.lastIndexOf("\n\n") + 2));
        return page.html();
    }

    private static void chain(Page page, JsonNode chain) {
        page.section("The log")
                .text(
                        chain.path("sound").asBoolean()
                                ? "Every one of " + chain.path("events").asText()
                                        + " events, their blocks, links and "
                                        + chain.path("checkpoints").asText()
                                        + " signed checkpoints are as they were written."
                                : "DAMAGED: " + chain.path("damage").asText() + ". The "
                                        + chain.path("events").asText() + " events in "
                                        + chain.path("blocks").asText()
                                        + " blocks before that are as they were written. THE FIGURES BELOW ARE"
                                        + " INCOMPLETE: of what stands behind them in the log none is counted.");
    }

    private static void consents(Page page, JsonNode report) {
        JsonNode consents = report.path("consents");
        page.section("Choices");
        List<List<String>> choices = new ArrayList<>();
        for (Map.Entry<String, JsonNode> change : consents.path("choices").properties()) {
            for (Map.Entry<String, JsonNode> each : change.getValue().properties()) {
                choices.add(
                        List.of(change.getKey(), each.getKey(), each.getValue().asText()));
            }
        }
        page.table(List.of("Change", "Purpose", "Number"), choices);
        page.section("Controls turned on or off");
        counts(page, "Control", consents.path("controls"));
        page.text(consents.path("unreadable").asText()
                + " more choices were of people who left since; which they were can be read no more.");
        JsonNode latency = report.path("withdrawalLatency");
        page.section("From a withdrawal to its effect")
                .text(latency.path("count").asText() + " times a node knew of a withdrawal, on average "
                        + latency.path("meanSeconds").asText() + " s after it was decided, at most "
                        + latency.path("maxSeconds").asText() + " s.");
        counts(page, "Within", latency.path("within"));
    }

    private static void metAtOnce(Page page, JsonNode kinds) {
        page.section("Requests that were complied with in full as they came");
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> kind : kinds.properties()) {
            for (Map.Entry<String, JsonNode> each : kind.getValue().properties()) {
                rows.add(List.of(kind.getKey(), each.getKey(), each.getValue().asText()));
            }
        }
        page.table(List.of("Kind", "Manner", "Number"), rows);
    }

    private static void counts(Page page, String what, JsonNode counts) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : counts.properties()) {
            rows.add(List.of(each.getKey(), each.getValue().asText()));
        }
        page.table(List.of(what, "Number"), rows);
    }

    private static void rows(Page page, JsonNode list, String... fields) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode one : list) {
            rows.add(List.of(fields).stream()
                    .map(field -> one.path(field).asText(""))
                    .toList());
        }
        page.table(List.of(fields), rows);
    }
}
