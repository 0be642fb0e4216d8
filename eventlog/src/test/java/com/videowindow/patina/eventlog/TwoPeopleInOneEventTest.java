package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.AboutSeveral;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.eventlog.EventNames.StoredName;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredPartFences;
import com.videowindow.patina.json.PatinaJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one event says about two people rests under the keys of each, and goes with each. */
class TwoPeopleInOneEventTest {
    private static final String OF_ANNA = "MARKER-wrapped-in-linen-by-anna";
    private static final String OF_BEN = "MARKER-for-the-new-workshop-of-ben";
    private static final Gift GIFT = new Gift(new Given(ANNA, OF_ANNA), new Received(BEN, OF_BEN), 39, NOON);

    private Path home;
    private OpenLog store;
    private PayloadKeys keys;
    private EventLog log;

    @PersonalData(DataCategory.CONTRACT)
    record Given(SubjectId subject, String note) implements AboutSeveral.Share {}

    @PersonalData(DataCategory.INTERACTION)
    record Received(SubjectId subject, String wish) implements AboutSeveral.Share {}

    /** @param amount says nothing about anybody */
    record Gift(@Nullable Given from, @Nullable Received to, int amount, Instant at) implements AboutSeveral {
        @Override
        public List<Share> shares() {
            return Stream.<@Nullable Share>of(from, to)
                    .filter(Objects::nonNull)
                    .map(Share.class::cast)
                    .toList();
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        home = folder;
        store = OpenLog.in(folder.resolve("mongo"));
        keys = store.keys(LocalMasterKey.of(home));
        log = node(keys);
        give("gift-39", GIFT);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    private EventLog node(PayloadKeys keys) {
        EventNames names = new EventNames(
                List.of(new StoredName("gift", "Gift", "1", Gift.class), EventNames.CURRENT.of(Forgotten.class)));
        EventLog.Parts parts = new EventLog.Parts(
                new EventSerializer(names, PatinaJson.mapper()),
                EventLog.generalSerializer(),
                Upcasters.CURRENT,
                new SimpleMeterRegistry(),
                Seals.under(keys));
        return EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY, parts);
    }

    private void give(String stream, Gift gift) {
        log.storageEngine()
                .appendEvents(
                        new GenericDomainEventMessage<>("gift", stream, 0, new GenericMessage<>(gift), gift.at()));
    }

    private List<Object> readAnew() {
        try (EventLog fresh = node(store.keys(LocalMasterKey.of(home)))) {
            List<Object> read = new ArrayList<>();
            fresh.storageEngine().readEvents(null, false).forEach(message -> read.add(message.getPayload()));
            return read;
        }
    }

    private LoggedEvent stored() {
        return new Blocks(store.database(), Duration.ofSeconds(5))
                .read(0, 1)
                .getFirst()
                .events()
                .getFirst();
    }

    private static String text(LoggedEvent event) {
        return new String(event.payload().getData(), StandardCharsets.UTF_8);
    }

    /** In the raw bytes of anything under the home. */
    private boolean liesThere(String marker) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(marker)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void both_are_read_and_neither_rests_in_plain_text() throws IOException {
        assertThat(readAnew()).containsExactly(GIFT);
        assertThat(text(stored()))
                .contains(ANNA.toString(), BEN.toString(), "39")
                .doesNotContain(OF_ANNA, OF_BEN);
        assertThat(liesThere(OF_ANNA) || liesThere(OF_BEN)).isFalse();
    }

    @Test
    void who_is_erased_takes_their_share_and_leaves_the_others() throws IOException {
        keys.destroy(ANNA, NOON);
        keys.scrub(List.of(ANNA));

        assertThat(readAnew()).containsExactly(new Gift(null, GIFT.to(), 39, NOON));
        String everything = text(Seals.under(keys).opened(List.of(stored())).getFirst());
        assertThat(everything).contains(OF_BEN).doesNotContain(OF_ANNA);
        assertThat(liesThere(OF_ANNA)).isFalse();

        keys.destroy(BEN, NOON);
        assertThat(readAnew()).containsExactly(new Gift(null, null, 39, NOON));
    }

    @Test
    void nothing_more_is_said_about_two_of_whom_one_was_erased() {
        keys.destroy(ANNA, NOON);
        assertThatThrownBy(() -> give("gift-40", GIFT)).isInstanceOf(Erased.class);
    }

    @Test
    void a_share_does_not_open_in_the_place_of_another() {
        LoggedEvent event = stored();
        String swapped = text(event)
                .replace("\"from\"", "\"?\"")
                .replace("\"to\"", "\"from\"")
                .replace("\"?\"", "\"to\"");
        LoggedEvent altered = event.saying(new Binary(swapped.getBytes(StandardCharsets.UTF_8)));

        assertThat(text(Seals.under(keys).opened(List.of(altered)).getFirst()))
                .doesNotContain(OF_ANNA, OF_BEN)
                .contains("altered");
    }

    @Test
    void whoever_walks_the_log_for_one_of_them_finds_it_and_sees_their_share_alone() {
        List<LogWalk.Header> headers = new ArrayList<>();
        log.walk().headers(log.inspection().head(), headers::add);
        assertThat(headers).extracting(LogWalk.Header::subject).containsExactly(ANNA, BEN);
        assertThat(headers)
                .extracting(LogWalk.Header::category)
                .containsExactly(DataCategory.CONTRACT, DataCategory.INTERACTION);

        String raw =
                log.walk().of(BEN, LogPosition.START, 10).events().getFirst().payload();
        assertThat(raw).contains(OF_BEN).doesNotContain(OF_ANNA);
        assertThat(new HeaderCensus(store.database(), log.past())
                        .of(BEN, log.inspection().head(), looked -> {}))
                .hasSize(1);
    }

    @Test
    void a_part_of_one_of_them_goes_and_the_rest_of_both_stays() {
        Gift second = new Gift(new Given(BEN, "back"), new Received(ANNA, "with thanks"), 12, NOON.plusSeconds(1));
        Gift third = new Gift(new Given(BEN, "again"), new Received(ANNA, "once more"), 13, NOON.plusSeconds(2));
        give("gift-12", second);
        give("gift-13", third);
        StoredPartFences fences = new StoredPartFences(keys, new StoredSealedFacts(store.database(), keys));
        ErasureId erasure = new ErasureId(UUID.randomUUID());
        fences.open(ANNA, erasure, Set.of(DataCategory.INTERACTION));
        LogPosition gone = new StoredEvents(store.database())
                .find("gift-12@0")
                .orElseThrow()
                .position();
        assertThat(fences.gone(erasure)).isEmpty();
        fences.raise(
                ANNA, erasure, Regulation.CCPA, Set.of(gone), log.inspection().head());

        assertThat(readAnew()).containsExactly(GIFT, new Gift(second.from(), null, 12, second.at()), third);
        assertThat(fences.gone(erasure)).contains(Set.of(gone));
        assertThat(fences.all()).hasSize(1).first().satisfies(raised -> assertThat(raised.regulation())
                .isEqualTo(Regulation.CCPA));
    }
}
