package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.privacy.KeyBackup;
import com.videowindow.patina.eventlog.LogAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bson.Document;

/** The backup of keys, part by part: each frame holds some entries of one, the end how many there are. */
public final class StoredKeys implements KeyBackup {
    private final MongoDatabase keys;
    private final List<BackupPart> parts;
    /** Before anything is changed: people's keys are to be wrapped under it. */
    private final Runnable heedMaster;

    public StoredKeys(MongoDatabase log, PayloadKeys keys, Path home) {
        this.keys = keys.database();
        this.heedMaster = keys::heedMaster;
        parts = List.of(
                new KeyFiles(home),
                KeptDocuments.fences(keys.database()),
                KeptDocuments.partFences(
                        keys.database()), // before people: what it says is gone can only be gone of them
                KeptDocuments.left(keys.database()),
                new KeptSecrets(keys),
                KeptDocuments.kept(keys.database()),
                KeptDocuments.apart(keys.database()),
                KeptDocuments.evictions(log));
    }

    @Override
    public Map<String, Long> export(Path file, char[] recoveryKey) {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (SealedWriter out = SealedWriter.to(file, RecoverySeal.fresh(recoveryKey))) {
            out.write(new Document("parts", parts.stream().map(BackupPart::name).toList()));
            for (BackupPart part : parts) {
                counts.put(part.name(), 0L);
                part.each(some -> {
                    write(out, new Document("part", part.name()).append("entries", some));
                    counts.merge(part.name(), (long) some.size(), Long::sum);
                });
            }
            if (counts.values().stream().allMatch(count -> count == 0)) {
                throw new IllegalStateException("this home has no keys, and nobody is known in it");
            }
            out.finish(new Document("end", new Document(counts)));
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MongoException e) {
            throw LogAccess.unavailable("the directory of people is not available", e);
        }
    }

    private static void write(SealedWriter out, Document document) {
        try {
            out.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, Outcome> restore(Path file, char[] recoveryKey) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        try {
            SealedReader in = SealedReader.of(file, recoveryKey);
            through(in, BackupPart::check);
            heedMaster.run();
            addAll(in, true, KnownEnds.NONE, outcomes);
            KnownEnds ends = KnownEnds.of(keys);
            addAll(in, false, ends, outcomes);
            parts.forEach(part -> part.settle(ends));
            return outcomes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MongoException e) {
            throw LogAccess.unavailable("the directory of people is not available", e);
        }
    }

    private void addAll(SealedReader in, boolean tellOfEnds, KnownEnds ends, Map<String, Outcome> outcomes)
            throws IOException {
        through(in, (part, entries) -> {
            if (part.tellsOfEnds() == tellOfEnds) {
                outcomes.merge(part.name(), part.add(entries, ends), Outcome::plus);
            }
        });
    }

    private void through(SealedReader in, BiConsumer<BackupPart, List<Document>> visit) throws IOException {
        in.read(frame -> {
            String name = frame.getString("part");
            if (name != null) {
                visit.accept(part(name), frame.getList("entries", Document.class));
            }
        });
    }

    /** What is not understood is not left out in silence. */
    private BackupPart part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableBackup("a newer Patina made this backup of keys: it holds " + name));
    }
}
