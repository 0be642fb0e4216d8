package com.videowindow.patina.benchmarks.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.benchmarks.OpenLoop;
import com.videowindow.patina.benchmarks.Scratch;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.eventlog.EventLogSettings;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredFences;
import com.videowindow.patina.eventlog.privacy.StoredSubjects;
import com.videowindow.patina.json.PatinaJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes until nobody reads a person's facts any more, by how much the log has of them and of everybody. */
@Command(
        name = "erasure",
        description = {
            "How long it takes to make everything about a person unreadable, in a small log and in a large one,",
            "beside reading that log once, which is the least that whoever rewrites it has to do.",
            "The files of read models take longer; ./patina test shows them."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Erasing implements Callable<Integer> {
    private static final int COMMIT = 50;
    private static final byte[] NAMING = new byte[32];

    @Option(names = "--events", defaultValue = "1000000", description = "Of the large log (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--theirs",
            defaultValue = "10000",
            description = "Events of each person (default: ${DEFAULT-VALUE}).")
    private int theirs;

    @Option(names = "--people", defaultValue = "5", description = "To erase in each log (default: ${DEFAULT-VALUE}).")
    private int people;

    @Override
    public Integer call() throws Exception {
        ObjectNode figures = PatinaJson.mapper().createObjectNode();
        figures.put("benchmark", "erasure").put("theirs", theirs).put("people", people);
        try (Scratch scratch = Scratch.of(null);
                Home home = Home.in(scratch.folder())) {
            System.out.printf(
                    "%12s %18s %18s %18s%n", "events", "ms unreadable", "ms files scrubbed", "ms one reading");
            List<Person> all =
                    IntStream.range(0, 2 * people).mapToObj(n -> home.person()).toList();
            for (Person person : all) home.write(person.subject(), theirs);
            figures.set("small", measured(home, all.subList(0, people)));
            for (int left = events - 2 * people * theirs; left > 0; left -= COMMIT) {
                home.write(Commits.person(), Math.min(COMMIT, left));
            }
            figures.set("large", measured(home, all.subList(people, 2 * people)));
        }
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    private static ObjectNode measured(Home home, List<Person> leaving) {
        Histogram unreadable = OpenLoop.fresh();
        Histogram scrubbed = OpenLoop.fresh();
        for (Person person : leaving) {
            long before = System.nanoTime();
            home.end(person.subject());
            long middle = System.nanoTime();
            home.fences().scrub(List.of(person.subject()));
            unreadable.recordValue((middle - before) / 1_000);
            scrubbed.recordValue((System.nanoTime() - middle) / 1_000);
            if (!home.read(person.stream()).allMatch(Forgotten.class::isInstance)) {
                throw new IllegalStateException("something is still readable");
            }
        }
        long before = System.nanoTime();
        long size = home.log().storageEngine().readEvents(null, false).count();
        double reading = (System.nanoTime() - before) / 1e6;
        double[] ms = {unreadable.getValueAtPercentile(50) / 1e3, scrubbed.getValueAtPercentile(50) / 1e3};
        System.out.printf(Locale.ROOT, "%,12d %18.1f %18.1f %,18.0f%n", size, ms[0], ms[1], reading);
        return PatinaJson.mapper()
                .createObjectNode()
                .put("events", size)
                .put("unreadableMs", ms[0])
                .put("scrubbedMs", ms[1])
                .put("oneReadingMs", reading);
    }

    private record Person(SubjectId subject) {
        String stream() {
            return "of " + subject;
        }
    }

    /** A log with keys and a directory, as the server has it. */
    private record Home(EmbeddedMongo server, MongoClient client, EventLog log, StoredSubjects directory, Fences fences)
            implements AutoCloseable {

        static Home in(Path folder) {
            EmbeddedMongo server = EmbeddedMongo.start(folder);
            MongoClient client = MongoClients.create(server.uri());
            PayloadKeys keys = new PayloadKeys(
                    client.getDatabase("patina-keys"), LocalMasterKey.of(folder), Duration.ofMinutes(1));
            EventLog log = EventLog.open(client.getDatabase("patina"), EventLogSettings.DEFAULTS, NAMING, keys);
            StoredSubjects directory = new StoredSubjects(keys, NAMING);
            return new Home(server, client, log, directory, new StoredFences(keys, directory, log::forgetOpened));
        }

        Person person() {
            return new Person(
                    directory.subjectOf(new PlatformUserId(UUID.randomUUID().toString())));
        }

        void write(SubjectId person, int count) {
            List<DomainEventMessage<?>> commit = new ArrayList<>();
            for (int sequence = 0; sequence < count; sequence++) {
                commit.add(new GenericDomainEventMessage<>(
                        "interests", "of " + person, sequence, Commits.event(person, sequence)));
                if (commit.size() == COMMIT || sequence == count - 1) {
                    log.storageEngine().appendEvents(commit);
                    commit.clear();
                }
            }
        }

        void end(SubjectId person) {
            Instant now = Instant.now();
            fences.raise(
                    person,
                    new ErasureId(UUID.randomUUID()),
                    Regulation.GDPR,
                    log.inspection().status().position(),
                    now);
            fences.leave(person, now, now.plus(Duration.ofDays(90)));
            fences.evict(person);
        }

        Stream<Object> read(String stream) {
            return log.storageEngine().readEvents(stream, 0).asStream().map(Message::getPayload);
        }

        @Override
        public void close() {
            log.close();
            client.close();
            server.close();
        }
    }
}
