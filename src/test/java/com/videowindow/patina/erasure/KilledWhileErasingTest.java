package com.videowindow.patina.erasure;

import static com.videowindow.patina.erasure.Served.CONSENT;
import static com.videowindow.patina.erasure.Served.EXPORT;
import static com.videowindow.patina.erasure.Served.LIST;
import static com.videowindow.patina.erasure.Served.history;
import static com.videowindow.patina.erasure.Served.profile;

import com.mongodb.client.MongoClient;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * Before and after each of the seventeen steps of an erasure, alone and beside another node: everybody is erased, with one
 * certificate each, others are told of each and the name goes, and until then told everything, or what is kept for them while it can be taken back, or nothing.
 */
@Tag("long")
class KilledWhileErasingTest extends KilledRounds {
    /** Used for nothing any more, and still theirs to read while they may stay. */
    private static final Set<String> KEPT =
            Set.of(profile("dovetail"), profile("turning"), history("joint-1"), history("bowl-1"), CONSENT, EXPORT);

    private static final Set<String> ALL = Set.of(
            profile("dovetail"), profile("turning"), LIST, history("joint-1"), history("bowl-1"), CONSENT, EXPORT);

    private final Lab lab = Lab.opens();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    @Timeout(2700)
    void everybody_is_erased_once_by_a_node_that_is_started_again(@TempDir(factory = Homes.class) Path home)
            throws Exception {
        rounds(home, false);
    }

    @Test
    @Timeout(2700)
    void everybody_is_erased_once_by_a_node_or_the_other(@TempDir(factory = Homes.class) Path home) throws Exception {
        rounds(home, true);
    }

    @Override
    List<String> places() {
        return KillPoint.all();
    }

    @Override
    List<Set<String>> stages() {
        return List.of(ALL, KEPT, Set.of());
    }

    @Override
    Duration between() {
        return Duration.ofSeconds(5);
    }

    /** Somebody who is nobody any more has nothing to erase. */
    @Override
    void asks(Client person) {
        person.send(HttpMethod.POST, "/api/v1/user/erasure", Role.SUBJECT, "{\"graceDays\": 0}");
    }

    @Override
    String requested() {
        return "ErasureRequested";
    }

    @Override
    List<String> once() {
        return List.of("ErasureCertified", "PartyTold");
    }

    @Override
    Map<String, String> settings() {
        return Map.of("PATINA_ERASURE_PARTIES_LAB_URL", lab.address(), "PATINA_ERASURE_PARTIES_LAB_SECRET", Lab.SECRET);
    }

    /** As whom the lab knows them is kept of nobody of whom it was told. */
    @Override
    boolean isOver(MongoClient stores) {
        Set<String> kept = new HashSet<>();
        for (Document goodbye :
                stores.getDatabase("patina-keys").getCollection("goodbyes").find()) {
            kept.add(goodbye.getString("_id"));
        }
        return Collections.disjoint(kept, lab.heardOf());
    }
}
