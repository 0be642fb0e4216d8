package com.videowindow.patina.sagas.export;

import com.videowindow.patina.sagas.export.Columns.Cell;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises: what
 * somebody once wrote must not run on the machine of whoever opens it.
 */
final class Csv {
    private static final String BEGINS_FORMULAS = "=+-@\t\r\n";

    private Csv() {}

    static String heading(List<String> names) {
        return line(names.stream().map(name -> new Cell(name, true)).toList());
    }

    static String line(List<Cell> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Cell cell) {
        String value = cell.value();
        boolean formula = cell.text() && !value.isEmpty() && BEGINS_FORMULAS.indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
