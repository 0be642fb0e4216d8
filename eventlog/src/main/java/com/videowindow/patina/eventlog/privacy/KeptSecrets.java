package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * People's keys and who they are, unwrapped: another home wraps them under its own master. What was destroyed in either
 * place is destroyed in both after it, so that no old backup brings anybody back to a home that knows of their erasure, and
 * a newer one takes it from one that does not ({@link JoinedSecrets}).
 * Whoever came back before the backup did has new facts under a new subject; they keep it.
 */
final class KeptSecrets implements BackupPart {
    private final NamedSecrets secrets;
    /** Until when which keyed names' old messages are refused. */
    private final MongoCollection<Document> left;

    private final ReplacedSecrets replaced;

    KeptSecrets(PayloadKeys keys) {
        this.secrets = keys.secrets();
        this.left = StoredFences.left(keys.database());
        this.replaced = new ReplacedSecrets(secrets, keys.database());
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void each(Consumer<List<Document>> some) {
        List<Document> next = new ArrayList<>();
        secrets.each((name, secret) -> {
            if (isKept(name)) {
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

    /** Archives are in no copy, who puts one back has nobody to tell, and what was sent is kept for a time only. */
    private static boolean isKept(String name) {
        return !ArchiveSecrets.areNamed(name) && !StoredGoodbyes.areNamed(name) && !StoredSentContents.areNamed(name);
    }

    private static Document entry(String name, Secret secret) {
        return switch (secret) {
            case Secret.Live live -> new Document("name", name).append("secret", live.bytes());
            case Secret.Destroyed gone -> new Document("name", name).append("destroyed", Date.from(gone.at()));
        };
    }

    private static Secret secret(Document entry) {
        Binary live = entry.get("secret", Binary.class);
        return live == null ? new Secret.Destroyed(entry.getDate("destroyed").toInstant()) : new Secret.Live(live);
    }

    @Override
    public void check(List<Document> entries) {
        // whatever stands here can be joined with it, so nothing stands in the way
    }

    @Override
    public Outcome add(List<Document> entries, KnownEnds ends) {
        Map<String, Secret> there = new LinkedHashMap<>();
        entries.forEach(entry -> there.put(entry.getString("name"), secret(entry)));
        Map<String, Secret> here = secrets.find(there.keySet());
        JoinedSecrets joined = new JoinedSecrets(ends);
        Map<String, Secret> after = new LinkedHashMap<>();
        there.forEach((name, other) -> {
            Secret both = joined.of(name, here.get(name), other);
            if (both != null) {
                after.put(name, both);
            }
        });
        put(there.keySet(), here, after);
        return there.entrySet().stream()
                .map(entry -> outcome(here.get(entry.getKey()), entry.getValue(), after.get(entry.getKey())))
                .reduce(Outcome.NOTHING, Outcome::plus);
    }

    private static Outcome outcome(@Nullable Secret here, Secret there, @Nullable Secret after) {
        if (there.equals(here)) {
            return new Outcome(0, 1, 0);
        }
        return Objects.equals(here, after) ? new Outcome(0, 0, 1) : new Outcome(1, 0, 0);
    }

    /** What stood here before and the file says nothing of has to meet its ends too. */
    @Override
    public void settle(KnownEnds ends) {
        JoinedSecrets joined = new JoinedSecrets(ends);
        Map<String, Secret> here = new HashMap<>();
        Map<String, Secret> after = new HashMap<>();
        secrets.each((name, secret) -> {
            Secret now = isKept(name) ? joined.of(name, secret, null) : secret;
            if (!secret.equals(now)) {
                here.put(name, secret);
                if (now != null) {
                    after.put(name, now);
                }
            }
        });
        put(here.keySet(), here, after);
        replaced.scrub();
    }

    private void put(Set<String> names, Map<String, Secret> here, Map<String, Secret> after) {
        note(here, after);
        replaced.note(names.stream()
                .filter(name -> here.containsKey(name) && !Objects.equals(here.get(name), after.get(name)))
                .toList());
        Map<String, byte[]> fresh = new LinkedHashMap<>();
        List<String> none = new ArrayList<>();
        for (String name : names) {
            Secret before = here.get(name);
            Secret now = after.get(name);
            if (Objects.equals(before, now)) {
                continue;
            }
            switch (now) {
                case null -> none.add(name);
                case Secret.Destroyed gone -> secrets.destroy(List.of(name), gone.at());
                case Secret.Live live when before instanceof Secret.Live former -> replace(name, former, live);
                case Secret.Live live -> fresh.put(name, live.bytes().getData());
            }
        }
        secrets.remove(none);
        secrets.findOrMake(fresh.keySet(), name -> Objects.requireNonNull(fresh.get(name)));
    }

    private void replace(String name, Secret.Live before, Secret.Live now) {
        if (!secrets.replace(name, before.bytes(), now.bytes().getData())) {
            throw new IllegalStateException("people are changed by another node meanwhile; say the same again");
        }
    }

    /** First, or nobody would end it: that old messages of those are refused who are said to have left. */
    private void note(Map<String, Secret> here, Map<String, Secret> after) {
        List<UpdateOneModel<Document>> notes = new ArrayList<>();
        after.forEach((name, now) -> {
            if (StoredSubjects.isEntry(name) && now instanceof Secret.Live live && !now.equals(here.get(name))) {
                Person person = Person.of(live.bytes());
                if (person.left() != null) {
                    notes.add(new UpdateOneModel<>(
                            Filters.eq("_id", name),
                            Updates.max("until", Date.from(person.left().until())),
                            new UpdateOptions().upsert(true)));
                }
            }
        });
        if (!notes.isEmpty()) {
            left.bulkWrite(notes);
        }
    }
}
