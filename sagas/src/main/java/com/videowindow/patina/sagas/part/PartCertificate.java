package com.videowindow.patina.sagas.part;

import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Unlearning.Unlearned;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.json.JsonLines;
import com.videowindow.patina.sagas.erasure.Scan;
import com.videowindow.patina.sagas.model.Outdated;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the erasure of a part did, for people who were not there; in the form of the certificates of whole erasures. Names
 * nobody, and says nothing of what it was.
 *
 * @param facts how many were made unreadable
 * @param crowd what everybody teaches without them
 * @param trained what becomes of the models that may have learned from them
 */
record PartCertificate(
        PartProgress part, int facts, Unlearned crowd, Outdated.Models trained, Map<String, Long> deleted, Scan scan) {
    static final String ARCHIVES = "archives of exports";

    private static final String ALGORITHM = "AES-256-GCM under keys by HKDF-SHA-256 from a destroyed random secret;"
            + " what stays was sealed again under another";

    /** When it has to be judged again whether the algorithm still holds. */
    private static final int REVIEW_YEARS = 5;

    String json() {
        Fence fence = Objects.requireNonNull(part.fence());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("certificate", "patina.erasure.part.v1");
        content.put("erasure", part.erasure());
        content.put("extent", "a part of what was held about a person");
        content.put("regulation", part.regulation());
        content.put("requestedBy", part.by().kind());
        content.put("requested", part.requested());
        content.put("deadline", part.deadline());
        content.put("started", part.started());
        content.put("keysDestroyed", part.erased());
        content.put("completed", scan.at());
        content.put("logPosition", fence.through());
        content.put("keyFingerprint", fence.fingerprint());
        content.put("facts", facts);
        content.put("stores", stores());
        content.put("kept", part.kept());
        content.put("scan", scan);
        return JsonLines.of(content);
    }

    private List<Map<String, Object>> stores() {
        List<Map<String, Object>> stores = new ArrayList<>();
        stores.add(store("keys", "destroyed"));
        Map<String, Object> log = store("event log, its replicas and copies", "rendered_unintelligible");
        log.put("algorithm", ALGORITHM);
        log.put("reviewBy", LocalDate.ofInstant(scan.at(), ZoneOffset.UTC).plusYears(REVIEW_YEARS));
        stores.add(log);
        stores.add(store(ARCHIVES, "removed"));
        stores.add(store("what was concluded from it", "concluded_again"));
        Map<String, Object> everybody = store("what everybody teaches, on the node that cleared", "learned_anew");
        everybody.put("modelBefore", crowd.before());
        everybody.put("model", crowd.now());
        stores.add(everybody);
        if (!trained.isNothing()) {
            Map<String, Object> models = store("trained models", "retired");
            models.put("retired", trained.retired());
            models.put("toBeRetired", trained.waiting());
            models.put("goneBy", trained.goneBy());
            trained.instead().ifPresent(model -> models.put("instead", model));
            stores.add(models);
        }
        deleted.forEach((name, documents) -> {
            Map<String, Object> model = store("read model " + name, "deleted_and_rewritten");
            model.put("documents", documents);
            stores.add(model);
        });
        return stores;
    }

    private static Map<String, Object> store(String name, String how) {
        Map<String, Object> store = new LinkedHashMap<>();
        store.put("store", name);
        store.put("how", how);
        return store;
    }
}
