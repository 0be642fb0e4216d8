package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.recommendation.Explanation;
import com.videowindow.patina.query.recommendation.FindExplanation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everybody sees what is theirs, and nobody anything else. */
class OwnDataTest {

    private static final Calls ANNA = Node.person("anna-" + UUID.randomUUID());
    private static final Calls BEN = Node.person("ben-" + UUID.randomUUID());

    @BeforeAll
    static void anna_watches_and_judges() {
        CraftCatalogue.publish();
        ANNA.consenting();
        BEN.consenting();
        ANNA.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        ANNA.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"rating\",\"value\":4.5}");
    }

    @Test
    void her_profile_shows_what_was_learned_and_his_does_not() {
        await().untilAsserted(
                        () -> assertThat(ANNA.get("/api/v1/user/profile").json().path("interests"))
                                .isNotEmpty());
        JsonNode interest =
                ANNA.get("/api/v1/user/profile").json().path("interests").path(0);
        assertThat(interest.path("source").asText()).isEqualTo("Implicit");
        assertThat(interest.path("confidence").asDouble()).isBetween(0.0, 1.0);

        assertThat(BEN.get("/api/v1/user/profile").json().path("interests")).isEmpty();
    }

    @Test
    void her_history_is_hers() {
        await().untilAsserted(() -> assertThat(
                        ANNA.get("/api/v1/user/interactions").json().path("items"))
                .hasSize(1));
        assertThat(BEN.get("/api/v1/user/interactions").json().path("items")).isEmpty();
    }

    @Test
    void her_history_shows_how_deep_it_went_and_what_was_in_the_cart() {
        Calls dora = Node.person("dora-" + UUID.randomUUID()).consenting();
        dora.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        long after = dora.post("/api/v1/events", """
                {"messageId":"m-2","kind":"add_to_cart","at":"%s","context":{"lines":[{"productId":"chisel",
                 "quantity":3,"price":19.5}],"amount":58.5,"currency":"EUR"}}
                """.formatted(Instant.now().minusSeconds(30)))
                .position();

        JsonNode done =
                dora.get("/api/v1/user/interactions?after=" + after).json().path("items");
        assertThat(done.at("/0/sale/lines/0/quantity").asInt()).isEqualTo(3);
        assertThat(done.at("/0/sale/amount/amount").asDouble()).isEqualTo(58.5);
        assertThat(done.at("/1/engagement/watchedSeconds").asDouble()).isEqualTo(590);
        assertThat(done.at("/1/context/surface").asText()).isEqualTo("home");
    }

    @Test
    void whoever_consents_to_nothing_sees_their_orders_all_the_same() {
        Calls emil = Node.person("emil-" + UUID.randomUUID());
        long after = emil.post("/api/v1/events", """
                {"messageId":"o-1","kind":"purchase","contentId":"joint-1","at":"%s",
                 "context":{"orderId":"order-1","amount":12,"currency":"EUR"}}
                """.formatted(Instant.now().minusSeconds(30)))
                .position();

        JsonNode orders = emil.get("/api/v1/user/orders?after=" + after).json().path("items");
        assertThat(orders).hasSize(1);
        assertThat(orders.at("/0/orderId").asText()).isEqualTo("order-1");
        assertThat(orders.at("/0/contentId").asText()).isEqualTo("joint-1");
        assertThat(orders.at("/0/sale/amount/amount").asDouble()).isEqualTo(12);
        assertThat(ANNA.get("/api/v1/user/orders").json().path("items")).isEmpty();
    }

    @Test
    void her_feedback_is_hers() {
        await().untilAsserted(() -> assertThat(
                        ANNA.get("/api/v1/user/feedback").json().path("items").findValuesAsText("type"))
                .contains("rating"));
        assertThat(BEN.get("/api/v1/user/feedback").json().path("items")).isEmpty();
    }

    @Test
    void why_a_list_is_as_it_is_knows_only_whoever_got_it() {
        Answer list = ANNA.get("/api/v1/user/recommendations?limit=3", "Accept-Language", "de");
        String why = "/api/v1/user/recommendations/" + list.json().path("id").asText() + "/explanation";

        Answer explanation = ANNA.get(why, "Accept-Language", "de");
        assertThat(explanation.status()).isEqualTo(200);
        assertThat(explanation.json().path("items")).isEqualTo(list.json().path("items"));
        assertThat(list.header("Content-Language")).isEqualTo("de");
        assertThat(BEN.get(why).status()).isEqualTo(404);
    }

    @Test
    void what_a_list_would_be_without_what_a_reason_names_knows_only_whoever_got_it() {
        JsonNode list = ANNA.get("/api/v1/user/recommendations?limit=3&after=").json();
        JsonNode item = list.path("items").get(0);
        String path = "/api/v1/user/recommendations/" + list.path("id").asText() + "/items/";

        JsonNode told = ANNA.get(path + item.path("contentId").asText() + "/counterfactuals")
                .json();
        assertThat(told.at("/now/rank").asInt()).isEqualTo(1);
        assertThat(told.path("without")).isNotEmpty().allSatisfy(without -> {
            assertThat(without.path("removed")).isNotEmpty();
            double loss = without.path("loss").asDouble();
            assertThat(loss).isPositive();
            assertThat(told.at("/now/score").asDouble()
                            - without.at("/place/score").asDouble())
                    .isCloseTo(loss, within(1e-9));
        });
        assertThat(ANNA.get(path + "nothing/counterfactuals").status()).isEqualTo(404);
        assertThat(BEN.get(path + item.path("contentId").asText() + "/counterfactuals")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void reasons_are_told_in_the_language_of_whoever_asks_now() {
        Answer list = ANNA.get("/api/v1/user/recommendations?limit=3&algorithm=content", "Accept-Language", "de");
        String why = "/api/v1/user/recommendations/" + list.json().path("id").asText() + "/explanation";

        Answer english = ANNA.get(why, "Accept-Language", "en-GB");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(texts(english)).isNotEmpty().doesNotContainAnyElementsOf(texts(list));
        assertThat(texts(ANNA.get(why, "Accept-Language", "de-AT"))).isEqualTo(texts(list));
    }

    @Test
    void a_language_that_nobody_here_speaks_gives_way_to_the_next() {
        String question = "/api/v1/user/recommendations?limit=3&algorithm=content";
        Answer german = ANNA.get(question, "Accept-Language", "de");

        Answer next = ANNA.get(question, "Accept-Language", "fr, de;q=0.5");
        assertThat(next.header("Content-Language")).isEqualTo("de");
        assertThat(texts(next)).containsAnyElementsOf(texts(german));
        for (String none : new String[] {"fr", "*", "de;q=0", "not a language"}) {
            assertThat(ANNA.get(question, "Accept-Language", none).header("Content-Language"))
                    .as(none)
                    .isEqualTo("en");
        }
    }

    private static List<String> texts(Answer list) {
        return list.json().path("items").findValuesAsText("text");
    }

    @Test
    void a_person_without_history_gets_an_explanation_on_every_node() {
        String name = "clara-" + UUID.randomUUID();
        Calls clara = Node.person(name).consenting();
        JsonNode list = clara.get("/api/v1/user/recommendations?limit=3").json();
        assertThat(list.path("fallback").asText()).isEqualTo("no_history");

        SubjectId subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
        FindExplanation elsewhere = new FindExplanation(
                subject, new RecommendationId(UUID.fromString(list.path("id").asText())), Locale.ENGLISH);
        Explanation told =
                await().until(() -> stored(elsewhere), Optional::isPresent).orElseThrow();
        assertThat(told.fallback()).isEqualTo(Fallback.NO_HISTORY);
        assertThat(told.items()).hasSize(3);
    }

    /** As a node answers that did not serve the list itself. */
    private static Optional<Explanation> stored(FindExplanation question) throws Exception {
        return Node.context()
                .getBean(QueryGateway.class)
                .query(question, ResponseTypes.optionalInstanceOf(Explanation.class))
                .get(5, TimeUnit.SECONDS);
    }

    @Test
    void whoever_has_any_list_already_is_sent_none() {
        Answer list = ANNA.get("/api/v1/user/recommendations?limit=3", "If-None-Match", "*");
        assertThat(list.status()).isEqualTo(304);
        assertThat(list.header("ETag")).isNotEmpty();
        assertThat(ANNA.get("/api/v1/user/profile/preferences", "If-None-Match", "*")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void an_empty_list_says_why() {
        JsonNode none = ANNA.get("/api/v1/user/recommendations?pool=facet:technique:juggling")
                .json();
        assertThat(none.path("items")).isEmpty();
        assertThat(none.path("empty").asText()).isEqualTo("nothing_in_pool");

        JsonNode seen = ANNA.get("/api/v1/user/recommendations?pool=joint-1").json();
        assertThat(seen.path("items")).isEmpty();
        assertThat(seen.path("empty").asText()).isEqualTo("nothing_left");
        assertThat(ANNA.get("/api/v1/user/recommendations").json().has("empty")).isFalse();
    }

    @Test
    void the_same_list_is_not_sent_twice() {
        Answer list = ANNA.get("/api/v1/user/recommendations?limit=3&algorithm=content");
        String tag = list.header("ETag");

        Answer again = ANNA.get("/api/v1/user/recommendations?limit=3&algorithm=content", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(ANNA.get(
                                "/api/v1/user/recommendations?limit=3&algorithm=content",
                                "If-None-Match",
                                "\"other\", W/" + tag)
                        .status())
                .isEqualTo(304);
        assertThat(ANNA.get("/api/v1/user/recommendations?limit=2&algorithm=content", "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_pool_is_what_a_list_chooses_from() {
        JsonNode named =
                ANNA.get("/api/v1/user/recommendations?pool=bowl-2,bowl-3").json();
        assertThat(named.path("items").findValuesAsText("contentId")).containsExactlyInAnyOrder("bowl-2", "bowl-3");

        JsonNode thrown = ANNA.get("/api/v1/user/recommendations?pool=facet:technique:throwing&limit=5")
                .json();
        assertThat(thrown.path("items").findValuesAsText("contentId"))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("bowl-"));
    }

    @Test
    void somebody_who_only_looks_does_not_become_known() {
        String before = log();
        Node.person("passer-by-" + UUID.randomUUID()).get("/api/v1/user/profile");
        assertThat(log()).isEqualTo(before);
    }

    private static String log() {
        return Node.engineer()
                .get("/api/v1/operations/log")
                .json()
                .path("types")
                .path("ConsentGiven")
                .asText();
    }
}
