package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEvents.Choice;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a span of the log added. */
@Command(
        name = "diff",
        description = {
            "Counts what was stored between two points: by type, by kind of stream, and how many streams began.",
            "A point is a position, or a time such as 2026-11-23T20:15:00Z. After the first position, up to and with the "
                    + "second; from the first time on, before the second."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogDiff implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FROM", description = "Where it begins; start is before everything.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private String from;

    @Parameters(index = "1", paramLabel = "TO", arity = "0..1", description = "Where it ends (where the log ends).")
    private @Nullable String to;

    @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "Only events of these stored names.")
    private Set<String> types = Set.of();

    @Option(
            names = "--stream",
            paramLabel = "STREAM",
            description = "Only of this stream; with * at its end, of all so.")
    private @Nullable String stream;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    /** One of both. */
    private record Point(
            @Nullable LogPosition position, @Nullable Instant time) {}

    @Override
    public Integer call() throws IOException {
        Point begin = point(from);
        Point end = to == null ? new Point(null, null) : point(to);
        requireOrder(begin, end);
        LogSpan span = new LogSpan();
        try (LogAlone log = LogAlone.thatIsThere()) {
            LogPosition last = end.position() == null ? log.events().end() : end.position();
            LogPosition first = begin.position() == null ? LogPosition.START : begin.position();
            log.events()
                    .after(first, new Choice(types, stream, begin.time(), end.time()))
                    .takeWhile(seen -> last.covers(seen.position()))
                    .forEachOrdered(span::add);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(span.json());
        } else {
            span.print(out);
        }
        return 0;
    }

    private void requireOrder(Point begin, Point end) {
        boolean backwards = isAfter(begin.position(), end.position()) || isAfter(begin.time(), end.time());
        if (backwards) {
            throw new ParameterException(spec.commandLine(), "FROM comes after TO");
        }
    }

    private static <T extends Comparable<T>> boolean isAfter(@Nullable T one, @Nullable T other) {
        return one != null && other != null && one.compareTo(other) > 0;
    }

    private Point point(String text) {
        if (text.equals("start")) {
            return new Point(LogPosition.START, null);
        }
        try {
            return text.matches("[0-9]{1,18}")
                    ? new Point(new LogPosition(Long.parseLong(text)), null)
                    : new Point(null, Check.time(text));
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), text + " is no position, and no time such as 2026-11-23T20:15:00Z", e);
        }
    }
}
