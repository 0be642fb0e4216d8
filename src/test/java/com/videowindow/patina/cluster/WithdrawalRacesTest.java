package com.videowindow.patina.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * People withdraw on one node while they are being served by both. On the node that acknowledged it no list that is asked
 * for afterwards uses what is known about them; on the other none that is asked for more than five seconds later.
 */
class WithdrawalRacesTest {
    private static final int PEOPLE = 8;
    private static final int ROUNDS = 125;
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    @Test
    @Tag("long")
    @Timeout(900)
    void of_a_thousand_withdrawals_none_is_overlooked(@TempDir(factory = Homes.class) Path home) throws Exception {
        try (Cluster cluster = new Cluster(home, Duration.ofSeconds(10));
                ExecutorService threads = Executors.newCachedThreadPool()) {
            cluster.join().healthy();
            cluster.join().healthy();
            List<Future<List<Long>>> people = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                List<Client> doors = cluster.doors("anna-" + person, Duration.ofSeconds(30));
                people.add(threads.submit(() -> races(doors, threads)));
            }
            List<Long> latencies = new ArrayList<>();
            for (Future<List<Long>> one : people) {
                latencies.addAll(one.get(15, TimeUnit.MINUTES));
            }
            Collections.sort(latencies);
            assertThat(latencies).hasSize(PEOPLE * ROUNDS);
            System.out.printf(
                    "withdrawals %d, held elsewhere after: median %d ms, p99 %d ms, longest %d ms%n",
                    latencies.size(),
                    latencies.get(latencies.size() / 2),
                    latencies.get(latencies.size() * 99 / 100),
                    latencies.getLast());
        }
    }

    /** Milliseconds from each acknowledgement until the last list elsewhere that still used the data was asked for. */
    private static List<Long> races(List<Client> doors, ExecutorService threads) throws Exception {
        List<Long> latencies = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Client here = doors.get(round % 2);
            Client elsewhere = doors.get(1 - round % 2);
            assertThat(answered(() -> here.allows("personalization")).status()).isEqualTo(200);
            while (!isServed(elsewhere)) {
                Thread.onSpinWait();
            }
            Future<Long> acknowledged = threads.submit(() -> withdraws(here));
            long last = 0;
            long asked;
            Client.Answer list;
            do {
                asked = System.nanoTime();
                list = elsewhere.recommendations();
                last = isServed(list) ? asked : last;
            } while (list.status() == 503 || isServed(list));
            long since = last - acknowledged.get();
            assertThat(since).isLessThan(ELSEWHERE.toNanos());
            assertThat(isServed(here)).isFalse();
            latencies.add(Math.max(0, TimeUnit.NANOSECONDS.toMillis(since)));
        }
        return latencies;
    }

    /** A node that has too much to do says so, and is asked again, as clients do. */
    private static Client.Answer answered(Supplier<Client.Answer> request) {
        Client.Answer answer = request.get();
        while (answer.status() == 503) {
            Thread.onSpinWait();
            answer = request.get();
        }
        return answer;
    }

    private static long withdraws(Client person) {
        Client.Answer answer = answered(() -> person.send(
                HttpMethod.PUT,
                "/api/v1/user/consents/personalization",
                Role.SUBJECT,
                "{\"granted\": false, \"policyVersion\": \"1\"}"));
        assertThat(answer.status()).isEqualTo(200);
        long acknowledged = System.nanoTime();
        assertThat(isServed(person)).isFalse();
        return acknowledged;
    }

    private static boolean isServed(Client person) {
        Client.Answer list = answered(person::recommendations);
        assertThat(list.status()).isEqualTo(200);
        return isServed(list);
    }

    /** Whether a list is made as of somebody who allows it. */
    private static boolean isServed(Client.Answer list) {
        return list.status() == 200 && !list.json().path("fallback").asText().equals("no_consent");
    }
}
