package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.embedded.RecordedFiles.Failure;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;

/**
 * The disk fails at one write or sync, at each in turn, also while the store is opened and closed. Whatever is asked after
 * that is answered with what the disk said, and what had been answered by then is there when it is opened again.
 */
class DiskThatFailsAtAnyWriteTest {
    private static final int FIRST = 10;
    private static final int COMMANDS = 40;

    @Test
    void a_full_disk_costs_nothing_that_was_answered() throws IOException {
        failAtEveryChange("No space left on device", true);
    }

    /** Also when the next sync succeeds: it would not have what this one lost. */
    @Test
    void a_disk_that_failed_once_is_not_trusted_again() throws IOException {
        failAtEveryChange("Input/output error", false);
    }

    private static void failAtEveryChange(String why, boolean lasting) throws IOException {
        byte[] before = written();
        new Run(before, Failure.NEVER).play();
        int changes = RecordedFiles.changes().size();
        assertThat(changes).isGreaterThan(3 * COMMANDS);
        for (int change = 1; change <= changes; change++) {
            new Run(before, new Failure(change, lasting, why)).play();
        }
    }

    /** A store with an index and some documents. */
    private static byte[] written() throws IOException {
        String name = RecordedFiles.record(new byte[0]);
        Server server = Server.on(name);
        assertThat(server.isDone("createIndexes", "indexes", keyIndex())).isTrue();
        IntStream.range(0, FIRST).forEach(i -> assertThat(server.inserts(i)).isTrue());
        server.store.close();
        return RecordedFiles.content(name);
    }

    private static Document keyIndex() {
        return new Document("key", new Document("key", 1))
                .append("name", "key_1")
                .append("unique", true);
    }

    private static final class Run {
        private final byte[] before;
        private final Failure failure;
        private final Set<Integer> answered =
                IntStream.range(0, FIRST).boxed().collect(Collectors.toCollection(TreeSet::new));
        private boolean failed;

        Run(byte[] before, Failure failure) {
            this.before = before;
            this.failure = failure;
        }

        void play() throws IOException {
            String name = RecordedFiles.record(before, failure);
            try {
                use(Server.on(name));
            } catch (MVStoreException | UncheckedIOException unopened) {
                assertThat(unopened).hasStackTraceContaining(failure.why());
            }
            assertAllThere(RecordedFiles.content(name));
            RecordedFiles.forget(name);
        }

        private void use(Server server) {
            for (int i = FIRST; i < FIRST + COMMANDS; i++) {
                if (answers(server, server.inserts(i))) answered.add(i);
                answers(server, server.finds().contains(i));
                if (i % 10 == 0) server.compact();
            }
            try {
                server.store.close();
            } catch (MVStoreException e) {
                assertThat(e).hasStackTraceContaining(failure.why());
            }
        }

        private boolean answers(Server server, boolean done) {
            if (!done) {
                failed = true;
                assertThat(server.refusal).as("%s", failure).contains(failure.why(), "start again");
            }
            assertThat(done).as("%s", failure).isNotEqualTo(failed);
            return done;
        }

        private void assertAllThere(byte[] file) throws IOException {
            String name = RecordedFiles.containing(file);
            Server again = Server.on(name);
            assertThat(again.finds()).as("%s", failure).containsAll(answered);
            assertThat(again.inserts(FIRST + COMMANDS)).as("%s", failure).isTrue();
            again.store.close();
            RecordedFiles.forget(name);
        }
    }

    /** The embedded server without its wire. */
    private static final class Server {
        private final EmbeddedChannel channel = new EmbeddedChannel();
        private final MVStore store;
        private final GroupCommit commits;
        private final DurableBackend backend;
        private String refusal = "";

        private Server(MVStore store) {
            this.store = store;
            commits = new GroupCommit(store);
            backend = new DurableBackend(store, commits);
        }

        static Server on(String file) {
            return new Server(EmbeddedMongo.open(file, 0));
        }

        boolean inserts(int id) {
            Document document =
                    new Document("_id", id).append("key", "key " + id).append("text", "x".repeat(50 * id));
            return isDone("insert", "documents", document);
        }

        boolean isDone(String command, String of, Document what) {
            return isOk(ask(command, new Document(of, List.of(what))));
        }

        /** None when it refuses. */
        List<Integer> finds() {
            Document answer = ask("find", new Document("filter", new Document()).append("batchSize", 1_000));
            if (!isOk(answer)) return List.of();
            List<?> batch = (List<?>) ((Document) answer.get("cursor")).get("firstBatch");
            return batch.stream()
                    .map(each -> (Integer) ((Document) each).get("_id"))
                    .toList();
        }

        private Document ask(String command, Document how) {
            Document query = new Document(command, "things");
            query.putAll(how);
            return backend.handleCommand(channel, "patina", command, query);
        }

        private boolean isOk(Document answer) {
            refusal = String.valueOf(answer.get("errmsg"));
            return ((Number) answer.get("ok")).intValue() == 1;
        }

        void compact() {
            try {
                commits.durably(() -> store.compact(90, 1 << 14));
            } catch (MVStoreException e) {
                // told to whoever asks next
            }
        }
    }
}
