package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.query.interest.InterestProfiles;
import com.videowindow.patina.query.interest.PastProfiles;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a person did teaches the same however it came: told as it happened, taken over from elsewhere, read from the log again,
 * or handed to what measures recommenders. Doubles are compared by their bits.
 */
class SameFeaturesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final Instant day = Instant.now().minus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
    private final List<String> deeds = List.of(
            deed("view", "joint-1", 0, "\"engagement\":{\"completion\":0.97,\"watchedSeconds\":590}"),
            deed("like", "joint-1", 1, ""),
            deed("view", "bowl-2", 26, "\"engagement\":{\"completion\":0.31}"),
            deed("rate", "bowl-3", 50, "\"engagement\":{\"rating\":4.5}"),
            deed("save", "joint-4", 51, ""),
            deed("share", "joint-5", 75, ""),
            deed("dismiss", "bowl-6", 76, ""),
            deed("view", "joint-4", 100, "\"engagement\":{\"watchedSeconds\":120}"),
            deed("rate", "joint-1", 200, "\"engagement\":{\"rating\":2}"));

    private String deed(String kind, String content, int hours, String more) {
        return """
                {"messageId":"%s-%s","kind":"%s","contentId":"%s","at":"%s"%s}""".formatted(
                kind, content, kind, content, day.plus(Duration.ofHours(hours)), more.isEmpty() ? "" : "," + more);
    }

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private static <T> T bean(Class<T> type) {
        return Node.context().getBean(type);
    }

    private static SubjectId subject(String name) {
        return bean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
    }

    private SubjectId lived() {
        String name = "alive-" + UUID.randomUUID();
        Calls person = Node.person(name).consenting();
        deeds.forEach(
                deed -> assertThat(person.post("/api/v1/events", deed).status()).isBetween(200, 202));
        return subject(name);
    }

    private SubjectId takenOver() {
        String name = "imported-" + UUID.randomUUID();
        Answer answer = Node.as(Role.SERVICE, "importer")
                .post("/api/v1/imports/people", """
                {"source":"elsewhere","userId":"%s","consents":["personalization","training"],"events":[%s]}""".formatted(name, String.join(",", deeds)));
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        return subject(name);
    }

    private ProfileState stored(SubjectId person) {
        InterestProfiles profiles = bean(InterestProfiles.class);
        await().atMost(SOON).until(() -> {
            ProfileState now = profiles.find(person).state();
            return now != null && now.seen().size() == seen();
        });
        return Objects.requireNonNull(profiles.find(person).state());
    }

    private int seen() {
        return (int) IntStream.range(0, deeds.size())
                .mapToObj(i -> deeds.get(i).replaceAll(".*\"contentId\":\"([^\"]+)\".*", "$1"))
                .distinct()
                .count();
    }

    private static void rebuild() {
        String replays = "/api/v1/operations/replays";
        String id = Node.engineer()
                .post(replays, "{\"projection\":\"interest-profiles\"}")
                .json()
                .path("id")
                .asText();
        await().atMost(SOON).until(() -> Node.engineer()
                .get(replays + "/" + id)
                .json()
                .path("state")
                .asText()
                .equals("completed"));
    }

    private static List<AboutSubject> events(SubjectId person) {
        List<AboutSubject> events = new ArrayList<>();
        bean(LogWalk.class)
                .read(bean(LogInspection.class).head(), AboutSubject.class::isAssignableFrom, (header, event) -> {
                    if (event instanceof AboutSubject about && about.subject().equals(person)) {
                        events.add(about);
                    }
                });
        return events;
    }

    /** As training and evaluation hear it. */
    private static Basket liked(List<AboutSubject> events) {
        CrowdSignals crowd = new CrowdSignals();
        events.forEach(crowd::apply);
        return crowd.baskets().getFirst();
    }

    @Test
    void one_past_makes_one_profile_and_one_set_of_likes_whichever_way_it_is_heard() {
        SubjectId lived = lived();
        SubjectId imported = takenOver();
        LogPosition head = bean(LogInspection.class).head();

        ProfileState live = stored(lived);
        assertThat(live.facets()).isNotEmpty();
        assertThat(live.dismissed()).hasSize(1);
        assertThat(stored(imported)).as("imported").isEqualTo(live);
        assertThat(bean(PastProfiles.class).of(lived, head).state())
                .as("audited")
                .isEqualTo(live);
        assertThat(new PreferenceModel().applyAll(null, events(lived)))
                .as("evaluated")
                .isEqualTo(live);
        assertThat(new PreferenceModel().applyAll(null, events(imported))).isEqualTo(live);
        rebuild();
        assertThat(stored(lived)).as("replayed").isEqualTo(live);
        assertThat(stored(imported)).as("imported and replayed").isEqualTo(live);

        Basket liked = liked(events(lived));
        assertThat(liked.liked().stream().map(content -> content.value()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("bowl-3", "joint-4", "joint-5");
        assertThat(liked(events(imported))).isEqualTo(liked);
    }
}
