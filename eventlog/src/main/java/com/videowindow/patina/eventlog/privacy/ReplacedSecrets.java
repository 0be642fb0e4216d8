package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.eventlog.Durable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/**
 * Where something else stands by now than before, which the files of the store still have: the shards of such names, noted
 * before they change, so that whoever is killed amid it is followed by the next who comes. Shards say nothing of anybody.
 */
final class ReplacedSecrets {
    private final NamedSecrets secrets;
    private final MongoCollection<Document> notes;
    private final Set<Integer> own = new TreeSet<>();

    ReplacedSecrets(NamedSecrets secrets, MongoDatabase keys) {
        this.secrets = secrets;
        this.notes = Durable.collection(keys, "replaced");
    }

    /** Durable before it answers. */
    void note(Collection<String> names) {
        Set<Integer> fresh = NamedSecrets.shards(names);
        fresh.removeAll(own);
        if (!fresh.isEmpty()) {
            notes.bulkWrite(fresh.stream()
                    .map(shard -> new UpdateOneModel<Document>(
                            Filters.eq("_id", shard), Updates.inc("times", 1), new UpdateOptions().upsert(true)))
                    .toList());
            own.addAll(fresh);
        }
    }

    /** What was noted by whomever, and since they may be at it still, what was noted here in any case. */
    void scrub() {
        List<Document> noted = notes.find().into(new ArrayList<>());
        Set<Integer> all = new TreeSet<>(own);
        noted.forEach(note -> all.add(note.getInteger("_id")));
        if (!all.isEmpty()) {
            secrets.scrubShards(all);
            noted.forEach(note -> notes.deleteOne(
                    Filters.and(Filters.eq("_id", note.get("_id")), Filters.eq("times", note.get("times")))));
            own.clear();
        }
    }
}
