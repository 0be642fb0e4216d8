package com.videowindow.patina.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import com.videowindow.patina.served.HeldToTheLog.Asked;
import com.videowindow.patina.served.HeldToTheLog.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * A hundred thousand items that a node serves while people withdraw and consent again, works go and come back, and people
 * say what they want no more: each is held to what the log said when its list was asked for.
 */
@Tag("long")
class HundredThousandItemsTest {
    private static final int WORKS = 300;
    private static final int TECHNIQUES = 15;
    private static final int PEOPLE = 120;
    private static final int LIKES = 6;
    private static final int ROUNDS = 25;
    private static final int LISTS = 90;
    private static final int CHANGES = 6;
    private static final int PLACES = 50;
    private static final int LEFT_OUT = 4;

    private final Random chance = new Random(11);
    private final List<Asked> asked = new ArrayList<>();
    private final Set<Integer> withdrawn = new HashSet<>();
    private final Set<Integer> retired = new HashSet<>();
    private int messages;

    private record Town(Node node, List<Client> people, Client editor) {
        LogPosition head() {
            return node.context().getBean(LogInspection.class).head();
        }

        SubjectId subject(Client person) {
            return node.context()
                    .getBean(SubjectDirectory.class)
                    .knownSubjectOf(new PlatformUserId(person.name()))
                    .orElseThrow();
        }
    }

    private static String work(int number) {
        return "work-" + number;
    }

    private void begin(Town town) {
        for (int i = 0; i < WORKS; i++) {
            assertThat(town.editor()
                            .publishes(work(i), "craft-" + i % TECHNIQUES)
                            .status())
                    .isLessThan(300);
        }
        for (Client person : town.people()) {
            person.allows("personalization");
            person.allows("training");
            int craft = chance.nextInt(TECHNIQUES);
            for (int i = 0; i < LIKES; i++) {
                likes(person, craft + TECHNIQUES * chance.nextInt(WORKS / TECHNIQUES));
            }
        }
        await().atMost(Duration.ofMinutes(2)).until(town.editor()::everythingIsProjected);
    }

    private void likes(Client person, int work) {
        assertThat(person.likes(work(work), "m-" + messages++).status()).isEqualTo(201);
    }

    /** What changes between lists; each is in the log when its answer is there. */
    private void change(Town town) {
        for (int i = 0; i < CHANGES; i++) {
            int who = chance.nextInt(PEOPLE);
            boolean back = withdrawn.remove(who);
            if (!back) {
                withdrawn.add(who);
            }
            assertThat(town.people()
                            .get(who)
                            .send(
                                    HttpMethod.PUT,
                                    "/api/v1/user/consents/personalization",
                                    Role.SUBJECT,
                                    "{\"granted\": %s, \"policyVersion\": \"1\"}".formatted(back))
                            .status())
                    .isEqualTo(200);
            int what = chance.nextInt(WORKS);
            boolean restored = retired.remove(what);
            if (!restored) {
                retired.add(what);
            }
            String path = "/api/v1/catalog/content/" + work(what) + (restored ? "/restore" : "/retire");
            assertThat(town.editor()
                            .send(HttpMethod.POST, path, Role.PRODUCT, "")
                            .status())
                    .isEqualTo(200);
            int other = chance.nextInt(PEOPLE);
            if (!withdrawn.contains(other)) {
                String body = "{\"contentId\": \"%s\", \"type\": \"not_interested\"}"
                        .formatted(work(notRetired(chance.nextInt(WORKS))));
                town.people().get(other).send(HttpMethod.POST, "/api/v1/user/feedback", Role.SUBJECT, body);
            }
        }
    }

    private int notRetired(int work) {
        return retired.contains(work) ? notRetired((work + 1) % WORKS) : work;
    }

    private void ask(Town town, Client person) {
        Set<String> excluded = new HashSet<>();
        while (excluded.size() < LEFT_OUT) {
            excluded.add(work(chance.nextInt(WORKS)));
        }
        LogPosition head = town.head();
        Client.Answer list = person.get(
                "/api/v1/user/recommendations?limit=%d&after=%d&exclude=%s"
                        .formatted(PLACES, head.value(), String.join(",", excluded)),
                Role.SUBJECT);
        assertThat(list.status()).isEqualTo(200);
        asked.add(new Asked(head, town.subject(person), excluded, list.json()));
    }

    @Test
    @Timeout(1200)
    void are_all_allowed_offered_and_explained_by_what_the_log_says(@TempDir(factory = Homes.class) Path home) {
        try (Node node = Node.start(home)) {
            List<Client> people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> node.client("reader-" + i, Duration.ofMinutes(1)))
                    .toList();
            Town town = new Town(node, people, node.client("editor", Duration.ofMinutes(1)));
            begin(town);
            for (int round = 0; round < ROUNDS; round++) {
                change(town);
                for (int i = 0; i < LISTS; i++) {
                    ask(town, people.get(chance.nextInt(PEOPLE)));
                }
            }
            HeldToTheLog held = new HeldToTheLog(asked);
            node.context()
                    .getBean(LogWalk.class)
                    .read(town.head(), HeldToTheLog::isWanted, (header, event) -> held.hear(header.position(), event));
            held.end();
            System.out.println(held);
            assertThat(held.items()).isGreaterThanOrEqualTo(100_000);
            assertThat(held.personal()).as("most lists are personal").isGreaterThan(asked.size() / 2);
            assertThat(held.failed(Check.CONSENT)).as("consent").isZero();
            assertThat(held.share()).as(held.toString()).isGreaterThanOrEqualTo(0.995);
        }
    }
}
