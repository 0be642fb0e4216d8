package com.videowindow.patina.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.node.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.client.RestClientException;

/** Somebody who keeps liking videos while looking at their list and profile, and remembers every answer. */
final class BusyPerson {
    static final int VIDEOS = 40;
    private static final long PAUSE_MILLIS = 150;
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Client client;
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(2);
    private final AtomicInteger deeds = new AtomicInteger();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Client.Answer> seen = new ConcurrentLinkedQueue<>();
    private volatile boolean listIsDegraded;
    private volatile boolean profileIsDegraded;

    BusyPerson(Client client) {
        this.client = client;
    }

    void arrive() {
        client.allows("personalization");
        like();
        await().until(() -> client.recommendations().personal());
    }

    void begin() {
        for (Runnable habit : List.<Runnable>of(this::like, this::look)) {
            var unused = hands.scheduleWithFixedDelay(habit, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void end() {
        hands.close();
    }

    private void like() {
        int deed = deeds.incrementAndGet();
        String message = client.name() + "-" + deed;
        try {
            Client.Answer answer = client.likes("video-" + deed % VIDEOS, message);
            if (answer.status() == 201) {
                acknowledged.add(message);
            } else {
                refused.add(Instant.now() + " " + answer);
            }
        } catch (RestClientException noAnswer) {
            refused.add(Instant.now() + " " + noAnswer);
        }
    }

    private void look() {
        try {
            Client.Answer list = client.recommendations();
            Client.Answer profile = client.profile();
            seen.add(list);
            seen.add(profile);
            listIsDegraded = list.degraded();
            profileIsDegraded = profile.degraded();
        } catch (RestClientException noAnswer) {
            refused.add(Instant.now() + " " + noAnswer);
        }
    }

    String name() {
        return client.name();
    }

    static String author(String message) {
        return message.substring(0, message.indexOf('-'));
    }

    int stored() {
        return acknowledged.size();
    }

    /** In the order of their names. */
    List<String> acknowledged() {
        return acknowledged.stream().sorted().toList();
    }

    boolean seesOnlyMemory() {
        return listIsDegraded && profileIsDegraded;
    }

    boolean seesAllAgain() {
        return !listIsDegraded && !profileIsDegraded;
    }

    void forgetWhatWasSeen() {
        seen.clear();
    }

    void sawNothingButMemory() {
        assertThat(seen).hasSizeGreaterThan(100).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.degraded()).isTrue();
            assertThat(answer.took()).isLessThan(SOON);
        });
    }

    void wasNeverRefused() {
        assertThat(refused).isEmpty();
    }
}
