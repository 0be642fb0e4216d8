package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Unlearning;
import com.videowindow.patina.json.JsonLines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an erasure did, for people who were not there: what was erased where and how, by which rule, what was looked
 * through afterwards. Names nobody, and has no hash of anything that could be guessed.
 */
record Certificate(ErasureProgress erasure, Cleaned cleaned, Told told, Scan scan) {
    /** The store of exports, which go when their person asks to. */
    static final String ARCHIVES = "archives of exports";

    private static final String ALGORITHM = "AES-256-GCM under keys by HKDF-SHA-256 from a destroyed random secret";

    /** When it has to be judged again whether the algorithm still holds. */
    private static final int REVIEW_YEARS = 5;

    /** How something was erased. */
    private enum Method {
        DESTROYED,
        RENDERED_UNINTELLIGIBLE,
        /** On the node that cleared, then. */
        EVICTED,
        /** By the event that says that the keys are destroyed, as soon as a node hears it; keys are asked for again by then. */
        EVICTED_BY_EVENT,
        REMOVED,
        /** A keyed hash of the platform's id and the time of the erasure stay for so long; nothing leads from it to whom they were. */
        KEPT_AS_KEYED_HASH,
        DELETED_AND_REWRITTEN,
        /** What the files still have of destroyed keys leads nowhere. */
        SEALED_ANEW,
        /** The same, but under a master key that somebody else renews: until then copies of the files can be read with it. */
        WRAPPED_ANEW_UNDER_THE_SAME_MASTER,
        /** From everybody else, which is another version. */
        LEARNED_ANEW,
        /** As soon as a node hears that the keys are destroyed, or in its next training. */
        LEARNED_ANEW_BY_EVENT,
        /** Serve no more, and are deleted, when a model is in force that was trained without them, or at the latest by then. */
        RETIRED,
        /** Kept are places in the log and kinds of failures. */
        HOLDS_NO_CONTENT,
        ASKED_TO_ERASE
    }

    String json() {
        return JsonLines.of(content());
    }

    private Map<String, Object> content() {
        Fence fence = Objects.requireNonNull(erasure.fence());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("certificate", "patina.erasure.v1");
        content.put("erasure", erasure.erasure());
        content.put("regulation", erasure.regulation());
        content.put("requestedBy", erasure.by().kind());
        content.put("requested", erasure.requested());
        content.put("deadline", erasure.deadline());
        content.put("started", erasure.started());
        content.put("keysDestroyed", erasure.erased());
        content.put("completed", scan.at());
        content.put("logPosition", fence.through());
        content.put("keyFingerprint", fence.fingerprint());
        content.put("stores", stores());
        content.put("scan", scan);
        return content;
    }

    private List<Map<String, Object>> stores() {
        Instant destroyed = Objects.requireNonNull(erasure.erased());
        List<Map<String, Object>> stores = new ArrayList<>();
        stores.add(store("keys", Method.DESTROYED, destroyed));
        Method files = cleaned.renewed() ? Method.SEALED_ANEW : Method.WRAPPED_ANEW_UNDER_THE_SAME_MASTER;
        stores.add(store("files of the key store", files, cleaned.scrubbed()));
        Map<String, Object> log =
                store("event log, its replicas and copies", Method.RENDERED_UNINTELLIGIBLE, destroyed);
        log.put("algorithm", ALGORITHM);
        log.put("reviewBy", LocalDate.ofInstant(scan.at(), ZoneOffset.UTC).plusYears(REVIEW_YEARS));
        stores.add(log);
        stores.add(store("caches of the node that cleared", Method.EVICTED, cleaned.left()));
        Map<String, Object> caches = store("caches of other nodes", Method.EVICTED_BY_EVENT, destroyed);
        caches.put("keysAtMostUntil", destroyed.plus(Fences.ASKED_AGAIN));
        stores.add(caches);
        stores.add(store("directory of people", Method.REMOVED, cleaned.left()));
        Map<String, Object> note = store("note that refuses old messages", Method.KEPT_AS_KEYED_HASH, cleaned.left());
        note.put("until", cleaned.refusedUntil());
        stores.add(note);
        stores.add(store(ARCHIVES, Method.REMOVED, cleaned.removed()));
        cleaned.models().forEach((name, documents) -> {
            Map<String, Object> model = store("read model " + name, Method.DELETED_AND_REWRITTEN, cleaned.rewritten());
            model.put("documents", documents.deleted() + documents.emptied());
            model.put("deleted", documents.deleted());
            model.put("emptied", documents.emptied());
            stores.add(model);
        });
        Map<String, Object> crowd =
                store("what everybody teaches, on the node that cleared", Method.LEARNED_ANEW, cleaned.unlearned());
        crowd.put("modelBefore", cleaned.crowd().before());
        crowd.put("model", cleaned.crowd().now());
        stores.add(crowd);
        Map<String, Object> crowds =
                store("what everybody teaches, on other nodes", Method.LEARNED_ANEW_BY_EVENT, destroyed);
        crowds.put("learningBeginsBy", destroyed.plus(Unlearning.BEGINS_WITHIN));
        stores.add(crowds);
        if (!cleaned.trained().isNothing()) {
            stores.add(trainedModels());
        }
        stores.add(store("dead letters", Method.HOLDS_NO_CONTENT, scan.at()));
        Map<String, Object> others = store("others who hold something", Method.ASKED_TO_ERASE, scan.at());
        others.put("told", told.told());
        others.put("unreached", told.unreached());
        others.put("toBeTold", told.open());
        stores.add(others);
        return stores;
    }

    private Map<String, Object> trainedModels() {
        Map<String, Object> models = store("trained models", Method.RETIRED, scan.at());
        models.put("retired", cleaned.trained().retired());
        models.put("toBeRetired", cleaned.trained().waiting());
        models.put("goneBy", cleaned.trained().goneBy());
        cleaned.trained().instead().ifPresent(model -> models.put("instead", model));
        return models;
    }

    /** By which rule and whom is the same for all: the engine did it under the law of the request. */
    private Map<String, Object> store(String name, Method method, Instant at) {
        Map<String, Object> store = new LinkedHashMap<>();
        store.put("store", name);
        store.put("how", method);
        store.put("at", at);
        store.put("rule", erasure.regulation());
        store.put("by", Actor.Kind.ENGINE);
        return store;
    }
}
