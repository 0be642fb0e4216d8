package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * People's keys and who they are, unwrapped: another home wraps them under its own master. What was destroyed in either
 * place is destroyed in both after it, so that no old backup brings anybody back to a home that knows of their erasure.
 * Whoever came back before the backup did has new facts under a new subject; they keep it.
 */
final class KeptSecrets implements BackupPart {
    private final NamedSecrets secrets;

    KeptSecrets(NamedSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void each(Consumer<List<Document>> some) {
        List<Document> next = new ArrayList<>();
        secrets.each((name, secret) -> {
            // Archives are in no copy, who puts one back has nobody to tell, and what was sent is kept for a time only.
            if (!ArchiveSecrets.areNamed(name)
                    && !StoredGoodbyes.areNamed(name)
                    && !StoredSentContents.areNamed(name)) {
                next.add(entry(name, secret));
            }
            if (next.size() == AT_ONCE) {
                some.accept(List.copyOf(next));
                next.clear();
            }
        });
        if (!next.isEmpty()) {
            some.accept(List.copyOf(next));
        }
    }

    private static Document entry(String name, Secret secret) {
        return switch (secret) {
            case Secret.Live live -> new Document("name", name).append("secret", live.bytes());
            case Secret.Destroyed gone -> new Document("name", name).append("destroyed", Date.from(gone.at()));
        };
    }

    @Override
    public void check(List<Document> entries) {
        // nothing is replaced, so nothing stands in the way
    }

    @Override
    public Outcome add(List<Document> entries) {
        Map<String, byte[]> live = new HashMap<>();
        Map<String, Instant> gone = new HashMap<>();
        for (Document entry : entries) {
            Binary secret = entry.get("secret", Binary.class);
            if (secret == null) {
                gone.put(entry.getString("name"), entry.getDate("destroyed").toInstant());
            } else {
                live.put(entry.getString("name"), secret.getData());
            }
        }
        Map<String, Secret> before = secrets.find(
                entries.stream().map(entry -> entry.getString("name")).toList());
        gone.forEach((name, at) -> secrets.destroy(List.of(name), at));
        secrets.findOrMake(live.keySet(), name -> Objects.requireNonNull(live.get(name)));
        return entries.stream()
                .map(entry -> outcome(entry, before.get(entry.getString("name"))))
                .reduce(Outcome.NOTHING, Outcome::plus);
    }

    private static Outcome outcome(Document entry, @Nullable Secret before) {
        if (before == null) {
            return new Outcome(1, 0, 0);
        }
        boolean same = entry.equals(entry(entry.getString("name"), before));
        return same ? new Outcome(0, 1, 0) : new Outcome(0, 0, 1);
    }
}
