package com.videowindow.patina.api.page;

import java.util.List;
import java.util.stream.Collectors;

/** One page that stands alone: its style is in it, nothing in it runs, and nothing is fetched. */
public final class Page {
    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;max-width:70em;margin:2em auto;padding:0 1em}"
                    + "table{border-collapse:collapse;width:100%;margin:1em 0}th,td{border:1px solid #bbb;padding:.3em .6em;"
                    + "text-align:left;vertical-align:top}th{background:#eee}code{overflow-wrap:anywhere}"
                    + "@media print{body{max-width:none}}";

    private final StringBuilder html = new StringBuilder();

    public Page(String language, String title) {
        html.append("<!doctype html>\n<html lang=\"")
                .append(escaped(language))
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
    }

    public Page section(String title) {
        return element("h2", title);
    }

    public Page text(String text) {
        return element("p", text);
    }

    private Page element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** @param rows as many cells each as there are columns */
    public Page table(List<String> columns, List<List<String>> rows) {
        html.append("<table><thead>")
                .append(row("th scope=\"col\"", "th", columns))
                .append("</thead><tbody>\n");
        rows.forEach(row -> html.append(row("td", "td", row)));
        html.append("</tbody></table>\n");
        return this;
    }

    private static String row(String open, String close, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + open + ">" + escaped(cell) + "</" + close + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    public String html() {
        return html + "</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
