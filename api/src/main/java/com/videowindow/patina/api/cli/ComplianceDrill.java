package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.privacy.Forgotten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
                    + " log, opens every event, and counts what can be read of people who were erased.",
            "Exit status 1 when anything can, or nothing of anybody, which proves nothing. Needs as much room as the copies"
                    + " twice, and no server. A server that starts on such a home erases again by itself whom the copy of the"
                    + " log still knows, and certifies again."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ComplianceDrill implements Callable<Integer> {
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

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

    /** What the events about some people are now. */
    private static final class Count {
        private final Set<SubjectId> people = new HashSet<>();
        private long events;
        private long readable;

        private void add(SubjectId subject, long forgotten, long opened) {
            people.add(subject);
            events += forgotten + opened;
            readable += opened;
        }

        private String inWords() {
            return "%,d people, %,d events, %,d of them readable".formatted(people.size(), events, readable);
        }

        private ObjectNode json() {
            return Http.JSON
                    .createObjectNode()
                    .put("people", people.size())
                    .put("events", events)
                    .put("readable", readable);
        }
    }

    /** Of one person. */
    private static final class Events {
        private long forgotten;
        private long opened;
    }

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
            Set<SubjectId> erased = new HashSet<>();
            log.context().getBean(Fences.class).all().forEach(fence -> erased.add(fence.subject()));
            Set<SubjectId> certified = new HashSet<>();
            Map<String, Events> people = new TreeMap<>();
            try (Progress progress = Progress.of("open", restored.events())) {
                long[] passed = {0};
                log.context().getBean(LogWalk.class).events(Instant.EPOCH, EVER, type -> true, event -> {
                    count(event, people, certified);
                    progress.reach(++passed[0]);
                });
            }
            erased.addAll(certified);
            return report(sound, erased, certified, people);
        }
    }

    private static void count(DomainEvent event, Map<String, Events> people, Set<SubjectId> certified) {
        if (event instanceof SubjectErased gone) {
            certified.add(gone.subject());
        }
        if (event instanceof Forgotten gone) {
            people.computeIfAbsent(gone.subject().toString(), first -> new Events()).forgotten++;
        } else if (event instanceof AboutSubject about) {
            people.computeIfAbsent(about.subject().toString(), first -> new Events()).opened++;
        }
    }

    private int report(boolean sound, Set<SubjectId> erased, Set<SubjectId> certified, Map<String, Events> people) {
        Count gone = new Count();
        Count others = new Count();
        people.forEach((name, events) -> {
            SubjectId subject = SubjectId.of(name);
            (erased.contains(subject) ? gone : others).add(subject, events.forgotten, events.opened);
        });
        int again = erased.size() - certified.size();
        boolean passed = sound && gone.readable == 0 && others.readable > 0;
        if (json) {
            ObjectNode figures =
                    Http.JSON.createObjectNode().put("passed", passed).put("sound", sound);
            figures.set("erased", gone.json());
            figures.set("others", others.json());
            spec.commandLine().getOut().println(figures.put("toBeErasedAgain", again));
        } else {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "log      %s%nerased   %s%nothers   %s%nagain    %,d erasures that this copy of the log does not know%n%s%n",
                            sound ? "sound" : "DAMAGED",
                            gone.inWords(),
                            others.inWords(),
                            again,
                            passed ? "passed" : "FAILED");
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
