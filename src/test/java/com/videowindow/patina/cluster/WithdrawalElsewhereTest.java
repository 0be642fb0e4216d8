package com.videowindow.patina.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * Somebody withdraws on one node; on another nothing of theirs is used five seconds later, in no way that there is: profile,
 * lists, what is stored of them, and trails. (There are no segments and no experiments yet.)
 */
class WithdrawalElsewhereTest {
    private static final int ROUNDS = 15;
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final Map<String, Predicate<Client>> USES = uses();

    /** Whether the node that is asked uses what it knows of the person. */
    private static Map<String, Predicate<Client>> uses() {
        Map<String, Predicate<Client>> uses = new LinkedHashMap<>();
        uses.put("profile", person -> !person.profile().json().path("interests").isEmpty());
        uses.put("lists", WithdrawalElsewhereTest::isServed);
        uses.put(
                "deeds",
                person -> person.likes("bowl-1", "m-" + System.nanoTime()).status() == 201);
        return uses;
    }

    @Test
    @Tag("long")
    @Timeout(900)
    void every_use_ends_elsewhere_within_five_seconds(@TempDir(factory = Homes.class) Path home) throws Exception {
        try (Cluster cluster = new Cluster(home, Duration.ofSeconds(10))) {
            cluster.join().healthy();
            cluster.join().healthy();
            List<Client> doors = cluster.doors("anna", Duration.ofSeconds(30));
            doors.getFirst().allows("personalization");
            doors.getFirst().publishes("joint-1", "dovetail");
            doors.getFirst().publishes("bowl-1", "turning");
            doors.getFirst().likes("joint-1", "m-1");
            USES.forEach((name, use) -> {
                long longest = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    longest = Math.max(longest, longest(doors.get(round % 2), doors.get(1 - round % 2), use));
                }
                System.out.printf("%s: ended elsewhere after at most %d ms%n", name, longest);
                assertThat(longest).as(name).isLessThan(ELSEWHERE.toMillis());
            });
            leavesNoTrail(doors.getFirst(), doors.getLast());
        }
    }

    private static boolean isServed(Client person) {
        return !person.recommendations().json().path("fallback").asText().equals("no_consent");
    }

    /** Milliseconds from the acknowledgement on one node until the last use on the other. */
    private static long longest(Client here, Client elsewhere, Predicate<Client> use) {
        assertThat(here.allows("personalization").status()).isEqualTo(200);
        // What was concluded went with the consent before.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> here.likes("joint-1", "m-" + System.nanoTime()).status() == 201);
        await().atMost(Duration.ofSeconds(60)).until(() -> use.test(here) && use.test(elsewhere));
        withdraws(here);
        long acknowledged = System.nanoTime();
        long last = acknowledged;
        long asked = acknowledged;
        while (use.test(elsewhere)) {
            last = asked;
            asked = System.nanoTime();
            assertThat(asked - acknowledged).isLessThan(ELSEWHERE.toNanos());
        }
        assertThat(use.test(here)).isFalse();
        return TimeUnit.NANOSECONDS.toMillis(last - acknowledged);
    }

    /** Of three lists the last, to somebody who allows it again, leaves one. */
    private static void leavesNoTrail(Client here, Client elsewhere) {
        here.allows("personalization");
        await().atMost(Duration.ofSeconds(60)).until(() -> isServed(elsewhere));
        await().atMost(Duration.ofSeconds(60)).until(() -> explained(elsewhere, list(elsewhere)) == 200);
        withdraws(here);
        await().atMost(ELSEWHERE).until(() -> !isServed(elsewhere));
        long before = settled(elsewhere);
        list(elsewhere);
        list(elsewhere);
        here.allows("personalization");
        await().until(() -> isServed(elsewhere));
        await().until(() -> trails(elsewhere) > before);
        assertThat(settled(elsewhere)).as("of the one list since").isEqualTo(before + 1);
    }

    private static long trails(Client person) {
        return person.inTheLog("RecommendationsServed");
    }

    /** Those that are written behind answers are written. */
    private static long settled(Client person) {
        AtomicLong last = new AtomicLong(-1);
        await().pollInterval(Duration.ofSeconds(1)).until(() -> {
            long now = trails(person);
            return last.getAndSet(now) == now;
        });
        return last.get();
    }

    private static String list(Client person) {
        return person.recommendations().json().path("id").asText();
    }

    private static int explained(Client person, String list) {
        return person.get("/api/v1/user/recommendations/" + list + "/explanation", Role.SUBJECT)
                .status();
    }

    private static void withdraws(Client person) {
        assertThat(person.send(
                                HttpMethod.PUT,
                                "/api/v1/user/consents/personalization",
                                Role.SUBJECT,
                                "{\"granted\": false, \"policyVersion\": \"1\"}")
                        .status())
                .isEqualTo(200);
    }
}
