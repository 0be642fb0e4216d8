package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Who was erased, and which generations of whose keys, as the fences of a key store tell it: a backup that knows less must
 * meet it.
 *
 * @param erased and when
 * @param former the last generation of each category that is gone of somebody who stays
 */
record KnownEnds(Map<SubjectId, Instant> erased, Map<SubjectId, Map<DataCategory, Integer>> former) {
    static final KnownEnds NONE = new KnownEnds(Map.of(), Map.of());

    static KnownEnds of(MongoDatabase keys) {
        Map<SubjectId, Instant> erased = new HashMap<>();
        for (Document fence : StoredFences.of(keys).find()) {
            erased.put(SubjectId.of(fence.getString("_id")), fence.getDate("at").toInstant());
        }
        Map<SubjectId, Map<DataCategory, Integer>> former = new HashMap<>();
        StoredPartFences.eachRaised(
                keys,
                (subject, all) -> all.forEach((category, generation) -> former.computeIfAbsent(
                                subject, one -> new EnumMap<>(DataCategory.class))
                        .merge(category, generation, Math::max)));
        return new KnownEnds(erased, former);
    }

    boolean isErased(@Nullable SubjectId subject) {
        return subject != null && erased.containsKey(subject);
    }
}
