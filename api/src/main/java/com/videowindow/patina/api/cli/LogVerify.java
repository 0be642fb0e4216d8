package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.audit.CopyCheck;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the whole log. */
@Command(
        name = "verify",
        description = {
            "Reads the whole log, or copies of it, and checks every event, block, link and checkpoint.",
            "Names the first bad block and what is wrong with it; the exit status is then 1. Runs beside a server as"
                    + " well as without one, also on a log that no server starts on."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogVerify implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Copies that log export made, in order; checked instead of the log, without any store.")
    private List<Path> copies = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private PublicKey key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "A checkpoint that was kept elsewhere, to be agreed with as well; may be given several times.")
    private List<Path> checkpoints = List.of();

    @Option(names = "--json", description = "Print the outcome as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return copies.isEmpty() ? verifyLog() : verifyCopies();
    }

    private int verifyCopies() throws IOException {
        if (!checkpoints.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--checkpoint is for the log itself, not for copies");
        }
        Optional<String> publicKeys = key.textOrWarning(spec.commandLine().getErr());
        CopyCheck check = ServiceLoader.load(CopyCheck.class).findFirst().orElseThrow();
        long started = System.nanoTime();
        Verification found;
        try (Progress progress = Progress.of("verify", check.events(copies))) {
            found = check.check(copies, publicKeys, progress::reach);
        }
        report(found, publicKeys.isPresent(), (System.nanoTime() - started) / 1e9);
        return found instanceof Verification.Sound ? 0 : 1;
    }

    private int verifyLog() throws IOException {
        List<String> further = new ArrayList<>();
        for (Path file : checkpoints) {
            further.add(Files.readString(file));
        }
        try (LogAlone log = LogAlone.thatIsThere()) {
            LogEvidence evidence = log.evidence();
            long started = System.nanoTime();
            Verification found;
            try (Progress progress = Progress.of("verify", evidence.size())) {
                found = evidence.verify(key.named(), further, progress::reach);
            }
            report(found, true, (System.nanoTime() - started) / 1e9);
            return found instanceof Verification.Sound ? 0 : 1;
        }
    }

    private void report(Verification found, boolean signerKnown, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        long events =
                switch (found) {
                    case Verification.Sound sound ->
                        sound.log().events() - sound.before().events();
                    case Verification.Damaged damaged -> damaged.sound();
                };
        long rate = Math.round(events / Math.max(seconds, 1e-3));
        if (json) {
            ObjectNode line = Http.JSON.createObjectNode().put("sound", found instanceof Verification.Sound);
            line.put("events", events).put("seconds", seconds).put("eventsPerSecond", rate);
            switch (found) {
                case Verification.Sound sound ->
                    line.put("blocks", sound.log().blocks() - sound.before().blocks())
                            .put("position", sound.log().position().value())
                            .put("eventsBefore", sound.before().events())
                            .put("checkpoints", sound.checkpoints())
                            .put("signerKnown", signerKnown);
                case Verification.Damaged damaged ->
                    line.put("block", damaged.block()).put("what", damaged.what());
            }
            out.println(line);
            return;
        }
        out.println(
                switch (found) {
                    case Verification.Sound sound ->
                        inWords(sound, events) + (signerKnown ? "" : "; whoever signed is not known here");
                    case Verification.Damaged damaged ->
                        "DAMAGED: block %d: %s; the %,d events before it are sound"
                                .formatted(damaged.block(), damaged.what(), events);
                });
        out.printf("%.1f s, %,d events a second%n", seconds, rate);
    }

    private static String inWords(Verification.Sound sound, long events) {
        String all = "sound: %,d events in %,d blocks up to position %d, %,d checkpoints agree"
                .formatted(
                        events,
                        sound.log().blocks() - sound.before().blocks(),
                        sound.log().position().value(),
                        sound.checkpoints());
        return sound.before().events() == 0
                ? all
                : "%s; the %,d events before, up to position %d, are in none of these files"
                        .formatted(
                                all,
                                sound.before().events(),
                                sound.before().position().value());
    }
}
