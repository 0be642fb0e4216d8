package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.query.recommendation.Crowd;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Anna and Clara, who left, a part of Eva's data that went, and Ben, who stayed: once for all tests of this Java process, and
 * together, since Elasticsearch lets go of what was deleted only after half a minute.
 *
 * @param annas her erasure
 * @param claras hers
 * @param part the erasure of Eva's
 */
record WhoLeft(Somebody anna, Somebody ben, Somebody clara, Somebody eva, String annas, String claras, String part) {
    /** Nobody but Clara watched it. */
    static final ContentId HERS = new ContentId("bowl-8");

    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static final Duration SOON = Duration.ofSeconds(90);
    private static @Nullable WhoLeft known;

    /** Not as the class begins, which would keep those out who look again and again on threads of their own. */
    static synchronized WhoLeft once() {
        WhoLeft now = known;
        if (now == null) {
            now = leave();
            known = now;
        }
        return now;
    }

    private static WhoLeft leave() {
        CraftCatalogue.publish();
        Somebody anna = Somebody.with("anna");
        Somebody ben = Somebody.with("ben");
        Somebody clara = Somebody.with("clara");
        clara.calls().post("/api/v1/events", CraftCatalogue.view("m-2", HERS.value()));
        Somebody eva = Somebody.with("eva");
        Crowd crowd = Node.context().getBean(Crowd.class);
        await().atMost(SOON).until(() -> crowd.trending().share(HERS) > 0);
        await().untilAsserted(() -> assertThat(
                        anna.calls().get("/api/v1/user/interactions").json().path("items"))
                .hasSize(1));
        String part = eva.calls()
                .post("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\"}")
                .json()
                .path("id")
                .asText();
        String annas = anna.leave().path("id").asText();
        String claras = clara.leave().path("id").asText();
        completed(annas);
        completed(claras);
        completed("parts/" + part);
        return new WhoLeft(anna, ben, clara, eva, annas, claras, part);
    }

    /** Asked twice a second: each look is an event that read models have to come to. */
    private static void completed(String id) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(
                        OFFICER.get("/api/v1/compliance/erasures/" + id)
                                .json()
                                .path("state")
                                .asText())
                .isEqualTo("completed"));
    }
}
