package com.videowindow.patina.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.node.Client;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.springframework.web.client.RestClientException;

/** Somebody who likes video after video and sends each until a node acknowledges it. */
final class RestlessPerson {
    static final int VIDEOS = 12;
    private static final int MOVES_ON = 25;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final List<Client> doors;
    private final Map<String, Long> acknowledged = new ConcurrentSkipListMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean ended;
    private Thread hand = Thread.currentThread();
    private int requests;
    private int door;

    RestlessPerson(List<Client> doors) {
        this.doors = doors;
    }

    static void publishVideos(Client editor) {
        for (int i = 0; i < VIDEOS; i++) {
            editor.publishes("video-" + i, "dovetail");
        }
    }

    String name() {
        return doors.getFirst().name();
    }

    void arrive() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> status(client -> client.allows("personalization").status()) < 300);
    }

    void begin() {
        hand = Thread.ofVirtual().start(() -> {
            for (int deed = 0; !ended; deed++) {
                like(name() + "-" + deed, deed % VIDEOS);
                describe(deed % VIDEOS, deed);
            }
        });
    }

    private void like(String message, int video) {
        while (!acknowledged.containsKey(message)) {
            int status = status(client -> {
                Client.Answer answer = client.likes("video-" + video, message);
                if (answer.status() < 300) {
                    acknowledged.put(message, answer.json().path("position").asLong());
                }
                return answer.status();
            });
            if (status >= 300) {
                unanswered.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Many change the same videos by all nodes at once; who comes too late is refused, which is right. */
    private void describe(int video, int version) {
        if (version % 3 == 0) {
            status(client -> client.publishes("video-" + video, version / VIDEOS % 2 == 0 ? "dovetail" : "glazing")
                    .status());
        }
    }

    /** From a node that gives no answer, which is as good as an error, they turn to the next one; now and then anyway. */
    private int status(ToIntFunction<Client> request) {
        if (++requests % MOVES_ON == 0) {
            door++;
        }
        try {
            return request.applyAsInt(doors.get(door % doors.size()));
        } catch (RestClientException noAnswer) {
            door++;
            return 599;
        }
    }

    /** With the last one acknowledged, too. */
    void end() {
        ended = true;
        await().atMost(Duration.ofMinutes(1)).until(() -> !hand.isAlive());
    }

    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    int unanswered() {
        return unanswered.get();
    }

    /** Whoever sends everything again learns that it is where it was said to be. */
    void findsEverythingWhereItWasSaidToBe() {
        acknowledged.forEach((message, position) -> {
            int video = Integer.parseInt(message.substring(name().length() + 1)) % VIDEOS;
            Client.Answer again = doors.getFirst().likes("video-" + video, message);
            assertThat(again.status()).as(message).isEqualTo(200);
            assertThat(again.json().path("position").asLong()).as(message).isEqualTo(position);
        });
    }
}
