package com.videowindow.patina.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns of user, item, and where there are, value and time, between tabs, commas, semicolons, spaces or two colons. A
 * first line of words is passed over.
 */
final class Lines {
    private static final Pattern BETWEEN = Pattern.compile("[\t,; ]+|::");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+([eE][-+]?[0-9]+)?");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private Lines() {}

    /** One line; its value is 1 and its time 0 where it has none. */
    record Line(String user, String item, double value, long time) {}

    static List<Line> read(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                rows.add(BETWEEN.split(line.strip()));
            }
        }
        List<Line> lines = new ArrayList<>(rows.size());
        for (int i = isHeading(rows) ? 1 : 0; i < rows.size(); i++) {
            Line line = line(rows.get(i));
            if (line == null) {
                throw new IllegalArgumentException("line " + (i + 1) + " of " + file.getFileName()
                        + " has no columns of user, item[, value[, time]]");
            }
            lines.add(line);
        }
        return lines;
    }

    private static @Nullable Line line(String[] cells) {
        if (cells.length < 2
                || (cells.length > 2 && !isNumber(cells[2]))
                || (cells.length > 3 && !isNumber(cells[3]))) {
            return null;
        }
        return new Line(
                cells[0],
                cells[1],
                cells.length > 2 ? Double.parseDouble(cells[2]) : 1,
                cells.length > 3 ? (long) Double.parseDouble(cells[3]) : 0);
    }

    /** Without a third column, names tell: a heading has no digit where the next line has one. */
    private static boolean isHeading(List<String[]> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        String[] first = rows.get(0);
        if (first.length > 2) {
            return !isNumber(first[2]);
        }
        return rows.size() > 1 && !hasDigit(first) && hasDigit(rows.get(1));
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    private static boolean hasDigit(String[] cells) {
        return DIGIT.matcher(String.join(" ", cells)).find();
    }
}
