package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPayloadsTest {
    private static final byte[] TEXT =
            "{\"subject\":\"0192f0c1-0000-7000-8000-00000000000a\",\"kind\":\"view\",\"facets\":[]}"
                    .repeat(3)
                    .getBytes(StandardCharsets.UTF_8);

    @Property(tries = 500)
    void every_text_comes_back_as_it_was(@ForAll @Size(max = 2_000) String said) {
        byte[] json = ("{" + said).getBytes(StandardCharsets.UTF_8);

        assertThat(Payloads.unpacked(Payloads.packed(json))).isEqualTo(json);
        assertThat(Payloads.packed(json)).hasSizeLessThanOrEqualTo(json.length);
    }

    /** What stands in a log must be readable for ever: whoever trains a new dictionary gives it the next number. */
    @Test
    void what_the_first_dictionary_packed_is_still_readable() throws IOException {
        byte[] frozen = resource("payloads/ConsentGiven.1.packed");

        assertThat(Payloads.unpacked(frozen)).isEqualTo(resource("payloads/ConsentGiven.1.json"));
    }

    @Test
    void what_was_stored_plain_is_readable() {
        assertThat(Payloads.unpacked(TEXT)).isEqualTo(TEXT);
        assertThat(Payloads.unpacked("\n {}".getBytes(StandardCharsets.UTF_8))).hasSize(4);
        assertThat(Payloads.unpacked(new byte[0])).isEmpty();
    }

    @Test
    void what_a_later_version_stored_is_refused_by_its_number() {
        assertThatThrownBy(() -> Payloads.unpacked(new byte[] {3, 4, 5}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 3");
    }

    /** Versions that are long gone from here may still read the log: for them these bytes begin a text. */
    @Test
    void no_form_has_a_number_that_a_text_begins_with() {
        for (int number = 1; number <= 255; number++) {
            byte[] stored = {(byte) number, 3, 4};
            int form = number;
            if ((number >= ' ' && number < 128) || "\t\n\r".indexOf(number) >= 0) {
                assertThat(Payloads.unpacked(stored)).isEqualTo(stored);
                assertThatThrownBy(() -> Payloads.form(form)).isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(Payloads.form(form)).isEqualTo((byte) form);
                assertThatThrownBy(() -> Payloads.unpacked(stored)).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void what_was_cut_is_refused() {
        byte[] packed = Payloads.packed(TEXT);

        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> Payloads.unpacked(cut)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(Payloads.unpacked(packed)).isEqualTo(TEXT);
    }

    @Test
    void an_interaction_takes_less_than_half_of_its_text(@TempDir Path folder) {
        try (OpenLog open = OpenLog.in(folder)) {
            open.log().storageEngine().appendEvents(event("consents/1", 0, viewed(ANNA, "m1")));
            LoggedEvent stored = new Blocks(open.database(), EventLogSettings.DEFAULTS.patience())
                    .read(0, 1)
                    .getFirst()
                    .events()
                    .getFirst();

            byte[] text = Payloads.unpacked(stored.payload().getData());
            assertThat(text).startsWith("{".getBytes(StandardCharsets.UTF_8));
            assertThat(stored.payload().length()).isLessThan(text.length / 2);
        }
    }

    /** It is made with a seed, of made-up events, by {@code patina bench payloads --train}. */
    @Test
    void a_dictionary_that_was_ever_used_stays_as_it_is() throws Exception {
        byte[] first = Objects.requireNonNull(Payloads.class.getResourceAsStream("payloads.1.dictionary"))
                .readAllBytes();

        assertThat(Hash.sha256(first)).hasToString("b650496174a2595e13ebee4c7227be5ce4a43c8e847d4dfd12b20fa8a749029f");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = StoredPayloadsTest.class.getResourceAsStream("/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
