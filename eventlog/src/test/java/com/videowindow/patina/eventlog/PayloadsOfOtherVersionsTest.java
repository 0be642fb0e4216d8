package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.allowed;
import static com.videowindow.patina.eventlog.StoredByHand.event;
import static com.videowindow.patina.eventlog.StoredByHand.store;
import static com.videowindow.patina.eventlog.StoredByHand.tracked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvents;
import com.videowindow.patina.domain.audit.UnknownEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One event whose bytes cannot be read stands between two good ones of other people, in one block. */
class PayloadsOfOtherVersionsTest {
    private static final byte[] IN_FORM_3 = {3, 4, 5};

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenLog open;

    @BeforeEach
    void open(@TempDir Path folder) {
        open = OpenLog.in(folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_later_form_fails_whoever_asks_and_spoils_no_other() throws Exception {
        TrackedEventMessage<?> later = between("consents", "ConsentGiven", IN_FORM_3);

        assertThatThrownBy(later::getPayloadType)
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("ConsentGiven")
                .hasMessageContaining("form 3");
        assertThatThrownBy(later::getPayload).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> open.log()
                        .eventStore()
                        .readEvents("consents/between")
                        .asStream()
                        .toList())
                .isInstanceOf(UnknownEvent.class);
    }

    @Test
    void a_later_form_may_concern_whom_its_name_concerns() throws Exception {
        UnknownEvent why = why(between("consents", "ConsentGiven", IN_FORM_3));

        assertThat(why.mayConcern(ConsentGiven.class::equals)).isTrue();
        assertThat(why.mayConcern(ConsentWithdrawn.class::equals)).isFalse();
    }

    @Test
    void a_later_form_of_an_unknown_name_may_concern_whom_its_kind_of_stream_concerns() throws Exception {
        UnknownEvent why = why(between("consents", "ConsentForgotten", IN_FORM_3));

        assertThat(why.mayConcern(ConsentWithdrawn.class::equals)).isTrue();
        assertThat(why.mayConcern(InteractionRecorded.class::equals)).isFalse();
    }

    /** Not unknown but damaged: its type is told, and only what it says is lost. */
    @Test
    void a_payload_that_was_cut_fails_by_itself() throws Exception {
        byte[] whole = written(ANNA);
        TrackedEventMessage<?> cut = between("consents", "ConsentGiven", Arrays.copyOf(whole, whole.length / 2));

        assertThat(cut.getPayloadType()).isEqualTo(ConsentGiven.class);
        assertThatThrownBy(cut::getPayload)
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("id of consents/between@0");
    }

    @Test
    void engineers_see_that_it_is_there_and_all_others() throws Exception {
        between("consents", "ConsentGiven", IN_FORM_3);

        List<LogEvents.Seen> seen = new StoredEvents(open.database())
                .after(LogPosition.START, new LogEvents.Choice(Set.of(), null, null, null))
                .toList();

        assertThat(seen).hasSize(3);
        assertThat(seen.get(1).payload()).contains("form 3");
        assertThat(seen.getLast().payload()).contains(BEN.toString());
    }

    private TrackedEventMessage<?> between(String kind, String name, byte[] payload) throws InterruptedException {
        store(
                open,
                event("consents/anna@0", "consents", "ConsentGiven", "1", written(ANNA)),
                event("consents/between@0", kind, name, "1", payload),
                event("consents/ben@0", "consents", "ConsentGiven", "1", written(BEN)));

        List<TrackedEventMessage<?>> all = tracked(open, 3);
        assertThat(all.getFirst().getPayload()).isEqualTo(allowed(ANNA, Purpose.TRAINING));
        assertThat(all.getLast().getPayload()).isEqualTo(allowed(BEN, Purpose.TRAINING));
        return all.get(1);
    }

    private static byte[] written(SubjectId person) {
        return Payloads.packed(EventLog.eventSerializer()
                .serialize(allowed(person, Purpose.TRAINING), byte[].class)
                .getData());
    }

    private static UnknownEvent why(TrackedEventMessage<?> message) {
        UnknownEvent why = catchThrowableOfType(UnknownEvent.class, message::getPayload);
        assertThat(why).isNotNull();
        return why;
    }
}
