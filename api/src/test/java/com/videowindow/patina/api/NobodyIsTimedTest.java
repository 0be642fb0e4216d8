package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long an answer takes does not tell whether there is what was asked for. Two questions are asked in turn many times, and
 * compared by ranks (Mann and Whitney): how likely one about the first takes longer than one about the second. A half is
 * what chance gives; of two hundred each it stays within 0.08 of that nine times in ten and more.
 */
@Tag("long")
class NobodyIsTimedTest {
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 200;
    private static final double FAR = 0.2;
    private static final String DSR = "/api/v1/compliance/opendsr/requests";
    private static final Random RANDOM = new Random(17);

    private static Calls anna;
    private static Calls ben;

    @BeforeAll
    static void two_people() {
        CraftCatalogue.publish();
        anna = Node.person("anna-" + UUID.randomUUID()).consenting();
        ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        await().until(() -> ben.get("/api/v1/user/recommendations/" + UUID.randomUUID() + "/explanation")
                        .status()
                == 404);
    }

    private static String made(String address, String body) {
        Answer made = body.isEmpty() ? anna.get(address) : anna.post(address, body);
        return made.json().path("id").asText();
    }

    @Test
    void a_list_of_anothers() {
        alike("/api/v1/user/recommendations/%s/explanation", made("/api/v1/user/recommendations?limit=3", ""));
    }

    @Test
    void an_export_of_anothers() {
        String export = made("/api/v1/user/exports", "{}");
        alike("/api/v1/user/exports/%s", export);
        alike("/api/v1/user/exports/%s/archive", export);
    }

    @Test
    void the_erasure_of_a_part_of_anothers() {
        String part = made("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\",\"graceDays\":30}");
        alike("/api/v1/user/erasures/parts/%s", part);
        alike("/api/v1/user/erasures/parts/%s/certificate", part);
    }

    @Test
    void the_erasure_of_somebody_who_is_still_there() {
        String erasure = Node.person("dora-" + UUID.randomUUID())
                .consenting()
                .post("/api/v1/user/erasure", "{}")
                .json()
                .path("id")
                .asText();
        alike("/api/v1/user/erasures/%s", erasure);
    }

    private static void alike(String address, String anothers) {
        alike(
                address,
                404,
                round -> ben.get(address.formatted(anothers)),
                round -> ben.get(address.formatted(UUID.randomUUID())));
    }

    @Test
    void a_request_of_a_privacy_desk_about_somebody_or_nobody() {
        Node.person("clara-of-the-desk").consenting();
        String known = UUID.randomUUID().toString();
        String unknown = UUID.randomUUID().toString();
        String of = "clara-of-the-desk";
        String nobody = "nobody-" + UUID.randomUUID();
        assertThat(sent(known, of).status()).isEqualTo(201);
        assertThat(sent(unknown, nobody).status()).isEqualTo(201);

        alike("how it stands", 200, round -> Node.officer().get(DSR + "/" + known), round -> Node.officer()
                .get(DSR + "/" + unknown));
        alike("once more", 201, round -> sent(known, of), round -> sent(unknown, nobody));
    }

    private static Answer sent(String id, String user) {
        return Node.officer().post(DSR, """
                {"subject_request_id":"%s","subject_request_type":"erasure","regulation":"gdpr","submitted_time":"%s",
                 "api_version":"2.0","subject_identities":[
                   {"identity_type":"controller_customer_id","identity_value":"%s","identity_format":"raw"}]}""".formatted(id, Instant.parse("2026-11-01T10:00:00Z"), user));
    }

    private static void alike(String what, int status, IntFunction<Answer> one, IntFunction<Answer> other) {
        long[] ones = new long[ROUNDS];
        long[] others = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            boolean first = RANDOM.nextBoolean();
            long before = first ? 0 : nanos(other, round, status);
            long took = nanos(one, round, status);
            long after = first ? nanos(other, round, status) : before;
            if (round >= 0) {
                ones[round] = took;
                others[round] = after;
            }
        }
        double longer = longer(ones, others);
        System.out.printf(
                "%s: %.2f, medians %.2f and %.2f ms%n", what, longer, median(ones) / 1e6, median(others) / 1e6);
        assertThat(longer).as("how likely it takes longer: %s", what).isBetween(0.5 - FAR, 0.5 + FAR);
    }

    private static long nanos(IntFunction<Answer> question, int round, int status) {
        long sent = System.nanoTime();
        Answer answer = question.apply(round);
        long took = System.nanoTime() - sent;
        assertThat(answer.status()).isEqualTo(status);
        return took;
    }

    private static double longer(long[] ones, long[] others) {
        double wins = 0;
        for (long one : ones) {
            for (long other : others) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / ones.length / others.length;
    }

    private static long median(long[] all) {
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
