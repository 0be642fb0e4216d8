package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The report of a month, for people and for programs. */
@Command(
        name = "report",
        description = {
            "Writes the report of a month: an HTML page that stands alone, the same as JSON, and the JSON signed with the"
                    + " log's key (a C2SP signed note), with the public key beside it.",
            "ops/check_certificate.py KEYS NOTE checks the signature with openssl alone. Exit status 1 when the log is"
                    + " not what was once written; the report then says where, and counts what stands before that. On one"
                    + " that is damaged near its end no server starts: without one the command itself says where."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ComplianceReport implements Callable<Integer> {

    /** Reading a log of ten million events takes minutes. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Option(names = "--month", required = true, paramLabel = "MONTH", description = "Such as 2026-11.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private String month;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to (default: the current folder).")
    private Path folder = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        demandMonth();
        try (Server server = Server.of(Home.ofEnvironment())) {
            Http officer = server.as(Role.COMPLIANCE, "command-line");
            String note = officer.text("/api/v1/compliance/reports/" + month, PATIENCE);
            String signed = note.substring(0, note.lastIndexOf("\n\n") + 1);
            JsonNode report = Http.JSON.readTree(signed);
            Files.createDirectories(folder);
            write(".json", signed);
            write(".note", note);
            write(".html", ReportPage.of(report, note));
            write(".key", officer.text("/api/v1/audit/key"));
            return report.at("/chain/sound").asBoolean() ? 0 : 1;
        }
    }

    private void demandMonth() {
        try {
            YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "'" + month + "' is no month such as 2026-11", e);
        }
    }

    private void write(String kind, String content) throws IOException {
        Path file = folder.resolve("compliance-" + month + kind);
        Files.writeString(file, content);
        spec.commandLine().getOut().println(file);
    }
}
