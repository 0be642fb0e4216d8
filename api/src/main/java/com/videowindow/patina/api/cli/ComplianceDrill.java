package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.PartFences;
import com.videowindow.patina.domain.part.PartForgotten;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether copies that were kept would bring somebody back who was erased. */
@Command(
        name = "drill",
        description = {
            "Puts copies of the log and of the keys back into a home that is made for it and deleted afterwards, checks the"
                    + " log, opens every event, and counts what can be read of people and parts that were erased.",
            "Exit status 1 when anything can, or nothing of anybody, which proves nothing. Needs as much room as the copies"
                    + " twice, and no server. A server that starts on such a home erases again by itself what the copy of the"
                    + " log still knows, and certifies again."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ComplianceDrill implements Callable<Integer> {
    @Parameters(paramLabel = "COPY", arity = "1..*", description = "A whole copy of the log, then the parts after it.")
    private List<Path> copies = List.of();

    @Option(names = "--keys", required = true, paramLabel = "FILE", description = "The newest copy of the keys.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path keys;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private RecoveryKey recoveryKey;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private PublicKey key;

    @Option(names = "--json", description = "Print the figures as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        char[] secret = recoveryKey.ofFile();
        Path scratch = Files.createTempDirectory("patina-drill");
        try {
            return drilled(new Home(scratch.resolve("home")), secret);
        } finally {
            delete(scratch);
        }
    }

    private int drilled(Home home, char[] secret) throws IOException {
        LogStatus whole = CheckedCopies.of(copies, key, spec.commandLine().getErr());
        try (LogAlone log = LogAlone.embedded(home)) {
            log.keys().restore(keys, secret);
            LogStatus restored;
            try (Progress progress = Progress.of("restore", whole.events())) {
                restored = log.backup().restore(copies, new Until.Everything(), progress::reach);
            }
            boolean sound = log.evidence().verify(List.of(), passed -> {}) instanceof Verification.Sound;
            return report(sound, drilled(log, restored));
        }
    }

    private static Drilled drilled(LogAlone log, LogStatus restored) {
        Drilled drilled = new Drilled();
        drilled.fences(log.context().getBean(Fences.class), log.context().getBean(PartFences.class));
        LogWalk walk = log.context().getBean(LogWalk.class);
        walk.read(restored.position(), PartForgotten.class::equals, (header, event) -> {
            if (event instanceof PartForgotten gone) {
                drilled.said(gone);
            }
        });
        try (Progress progress = Progress.of("open", restored.events())) {
            long[] passed = {0};
            walk.read(restored.position(), type -> true, (header, event) -> {
                drilled.count(header, event);
                progress.reach(++passed[0]);
            });
        }
        return drilled;
    }

    private int report(boolean sound, Drilled drilled) {
        boolean passed = sound && drilled.passed();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode figures =
                    Http.JSON.createObjectNode().put("passed", passed).put("sound", sound);
            figures.set("erased", drilled.erased().json("people"));
            figures.set("parts", drilled.parts().json("parts"));
            figures.set("others", drilled.others().json("people"));
            out.println(figures.put("toBeErasedAgain", drilled.peopleAgain())
                    .put("partsToBeErasedAgain", drilled.partsAgain()));
        } else {
            out.printf("log      %s%n", sound ? "sound" : "DAMAGED");
            out.printf("erased   %s%n", drilled.erased().inWords("people"));
            out.printf("parts    %s%n", drilled.parts().inWords("parts"));
            out.printf("others   %s%n", drilled.others().inWords("people"));
            out.printf(
                    "again    %,d erasures of people and %,d of parts that this copy of the log does not know%n",
                    drilled.peopleAgain(), drilled.partsAgain());
            out.println(passed ? "passed" : "FAILED");
        }
        return passed ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
