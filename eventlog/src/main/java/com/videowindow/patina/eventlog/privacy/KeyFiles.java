package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import com.videowindow.patina.eventlog.KeptSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * The secrets in the folder of keys, a file each, and the public keys that signed the log in their day, whose secrets are
 * gone. The master key is not among them: people's keys are kept unwrapped, and wrapped anew. Other public halves are made from their secrets, and drafts are nobody's.
 */
final class KeyFiles implements BackupPart {
    private static final Pattern KEPT = Pattern.compile("[a-z0-9-]{1,60}\\.(key|jwk)|checkpoint\\.former");

    private final Path folder;

    KeyFiles(Path home) {
        folder = home.resolve("keys");
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public void each(Consumer<List<Document>> some) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            some.accept(files.filter(
                            file -> KEPT.matcher(file.getFileName().toString()).matches()
                                    && !file.endsWith(LocalMasterKey.FILE))
                    .sorted()
                    .map(file -> new Document("name", file.getFileName().toString()).append("text", text(file)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check(List<Document> entries) {
        for (Document entry : entries) {
            Path file = file(entry);
            if (Files.exists(file) && !isSame(text(file), entry)) {
                throw new IllegalStateException("this home has another " + folder.getFileName() + "/"
                        + file.getFileName() + " already; move it away only if nothing was made with it");
            }
        }
    }

    @Override
    public Outcome add(List<Document> entries, KnownEnds ends) {
        Outcome outcome = Outcome.NOTHING;
        for (Document entry : entries) {
            boolean there = Files.exists(file(entry));
            if (!isSame(KeptSecret.in(file(entry), () -> entry.getString("text")), entry)) {
                check(List.of(entry)); // somebody was quicker
            }
            outcome = outcome.plus(there ? new Outcome(0, 1, 0) : new Outcome(1, 0, 0));
        }
        return outcome;
    }

    private Path file(Document entry) {
        String name = entry.getString("name");
        if (!KEPT.matcher(name).matches()) {
            throw new IllegalStateException("the file holds something that is no key");
        }
        return folder.resolve(name);
    }

    private static boolean isSame(String text, Document entry) {
        return text.strip().equals(entry.getString("text").strip());
    }

    private static String text(Path file) {
        try {
            return KeptSecret.text(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
