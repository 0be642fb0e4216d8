package com.videowindow.patina.sagas.export;

import static com.videowindow.patina.sagas.export.Markup.escaped;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.privacy.Operator;
import com.videowindow.patina.sagas.export.ArchiveFiles.Sink;
import com.videowindow.patina.sagas.export.Columns.Cell;
import java.time.Instant;
import java.util.List;

/**
 * The page for a reader: what each part is and why it is kept, and its latest rows. It needs nothing beside it, runs nothing,
 * and loads nothing.
 */
final class ReadablePage {
    /** More than anybody reads; all of them are in the other files. */
    static final int ROWS = 1_000;

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>What is held about you</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
            table { border-collapse: collapse; font-size: .85rem } .rows { overflow-x: auto; max-height: 40rem }
            th, td { border: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top }
            th { background: #f4f1ea } dt { font-weight: 600 } dd { margin: 0 0 .5rem 1rem }
            </style></head><body>
            <h1>What is held about you</h1>
            """;

    private final Sink out;
    private final Guide guide;

    ReadablePage(Sink out, Guide guide) {
        this.out = out;
        this.guide = guide;
    }

    /** @param shown how many rows each part has, in their order */
    void begin(Instant made, List<Part> parts, List<Long> shown) {
        out.write(HEAD);
        out.write("<p>Made on <time>" + escaped(made.toString())
                + "</time>. It tells everything that this engine holds about you, where"
                + " it comes from, what it is for, and who gets it. Times are in UTC.</p>\n<h2>Contents</h2><ul>\n");
        for (int i = 0; i < parts.size(); i++) {
            String name = escaped(parts.get(i).name());
            out.write("<li><a href=\"#" + name + "\">"
                    + escaped(guide.chapter(parts.get(i).name()).title()) + "</a>: " + shown.get(i) + "</li>\n");
        }
        out.write("</ul>\n<h2>Your rights</h2>\n");
        list(guide.rights());
        controller();
        out.write("<h2>What article 15 of the GDPR asks, point by point</h2>\n");
        for (Point point : guide.points(parts.stream().map(Part::name).toList(), made)) {
            out.write("<h3>" + escaped(point.article() + ": " + point.asks()) + "</h3>\n");
            list(point.answer());
        }
    }

    private void controller() {
        Operator operator = guide.operator();
        out.write("<h2>Who answers for it</h2>\n");
        list(List.of(operator.controller(), operator.address(), operator.contact(), operator.officer()));
    }

    private void list(List<String> all) {
        out.write("<ul>\n");
        all.forEach(one -> out.write("<li>" + escaped(one) + "</li>\n"));
        out.write("</ul>\n");
    }

    void part(Part part, Columns columns, long rows) {
        Guide.Chapter chapter = guide.chapter(part.name());
        out.write("<section><h2 id=\"" + escaped(part.name()) + "\">" + escaped(chapter.title()) + "</h2>\n<p>"
                + escaped(chapter.what()) + "</p>\n<dl>");
        define("What for", String.join(". ", chapter.purposes()));
        define("By which right", chapter.lawfulBasis());
        define("Where it comes from", chapter.source());
        define("Who gets it", chapter.recipients());
        define("How long it is kept", chapter.retention());
        if (chapter.logic() != null) {
            define("How it is used to work out what you like", chapter.logic());
        }
        out.write("</dl>\n");
        table(part, columns, rows);
        out.write("</section>\n");
    }

    private void define(String term, String text) {
        out.write("<dt>" + term + "</dt><dd>" + escaped(text) + "</dd>");
    }

    private void table(Part part, Columns columns, long rows) {
        if (rows == 0) {
            out.write("<p>There is nothing.</p>\n");
            return;
        }
        String file = escaped(part.name());
        String which = rows > ROWS ? "The latest " + ROWS + " of " + rows + " are shown here. " : "";
        out.write("<p>" + which + "All are in <a href=\"data/" + file + ".csv\">data/" + file
                + ".csv</a>, for programs in" + " <a href=\"data/" + file + ".json\">data/" + file
                + ".json</a>.</p>\n<div class=\"rows\"><table><tr>");
        columns.names().forEach(name -> out.write("<th>" + escaped(Markup.words(name)) + "</th>"));
        out.write("</tr>\n");
        part.newest(ROWS, row -> row(columns, row));
        out.write("</table></div>\n");
    }

    private void row(Columns columns, ObjectNode row) {
        StringBuilder line = new StringBuilder("<tr>");
        for (Cell cell : columns.of(row)) {
            line.append("<td>").append(escaped(cell.value())).append("</td>");
        }
        out.write(line.append("</tr>\n").toString());
    }

    void end() {
        out.write("</body></html>\n");
    }
}
