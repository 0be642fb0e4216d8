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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "Of erasures since the copies were made the keys of this installation tell (PATINA_HOME), or those named by"
                    + " --newest-keys. A copy of the keys that is older than an erasure is found out so: put back alone it"
                    + " would bring that person back.",
            "Exit status 1 when anything of somebody erased can be read, or could be by these copies alone, or that cannot be"
                    + " known, or nothing of anybody is readable, which proves nothing. Needs as much room as the copies"
                    + " twice, in the folder for temporary files, and no server.",
            "A server that starts on such a home erases again by itself whom the copy of the log still knows, and certifies"
                    + " again; --certify shows it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ComplianceDrill implements Callable<Integer> {
    @Parameters(paramLabel = "COPY", arity = "1..*", description = "A whole copy of the log, then the parts after it.")
    private List<Path> copies = List.of();

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description = "The copy of the keys that goes with it.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path keys;

    @Option(
            names = "--newest-keys",
            paramLabel = "FILE",
            description = "A copy of the keys of today, under the same recovery key; else this installation is asked.")
    private @Nullable Path newestKeys;

    @Option(
            names = "--certify",
            description = "Start a node of its own on that home, until all of them are erased and certified again.")
    private boolean certify;

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
        if (certify) {
            CertifiedAgain.demandNobodyToTell();
        }
        try (Scratch scratch = Scratch.make()) {
            Optional<NewestKeys> newest = NewestKeys.find(newestKeys, secret, scratch.folder());
            Home home = new Home(scratch.folder().resolve("home"));
            Drilled drilled = drilled(home, secret, newest);
            CertifiedAgain again =
                    certify ? CertifiedAgain.in(home, drilled.peopleAgain(), drilled.partsAgain()) : null;
            return report(drilled, again);
        }
    }

    private Drilled drilled(Home home, char[] secret, Optional<NewestKeys> newest) throws IOException {
        LogStatus whole = CheckedCopies.of(copies, key, spec.commandLine().getErr());
        try (LogAlone log = LogAlone.embedded(home)) {
            log.keys().restore(keys, secret);
            Drilled drilled = new Drilled(newest.map(now -> now.restore(log)).orElse(null));
            LogStatus restored;
            try (Progress progress = Progress.of("restore", whole.events())) {
                restored = log.backup().restore(copies, new Until.Everything(), progress::reach);
            }
            drilled.sound(log.evidence().verify(List.of(), passed -> {}) instanceof Verification.Sound);
            open(log, restored, drilled);
            return drilled;
        }
    }

    private static void open(LogAlone log, LogStatus restored, Drilled drilled) {
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
    }

    private int report(Drilled drilled, @Nullable CertifiedAgain again) {
        boolean passed = drilled.passed() && (again == null || again.all());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode figures = drilled.json().put("passed", passed);
            if (again != null) {
                figures.put("certifiedAgain", again.people()).put("partsCertifiedAgain", again.parts());
            }
            out.println(figures);
        } else {
            drilled.inWords().forEach(out::println);
            if (again != null) {
                out.println(again.inWords());
            }
            out.println(passed ? "passed" : "FAILED");
        }
        return passed ? 0 : 1;
    }
}
