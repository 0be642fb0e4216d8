package com.videowindow.patina.api.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDsrSettingsTest {
    private static final URI HERE = URI.create("https://patina.example");

    @Test
    void what_is_signed_is_where_the_operator_says() {
        OpenDsrSettings settings = new OpenDsrSettings(List.of(), URI.create("https://patina.example:8443"));
        assertThat(settings.url("/api/v1/audit/key")).isEqualTo("https://patina.example:8443/api/v1/audit/key");
        assertThat(settings.domain()).contains("patina.example");
    }

    @Test
    void where_the_operator_says_nothing_it_is_a_path_and_of_no_domain() {
        OpenDsrSettings settings = new OpenDsrSettings(List.of(), null);
        assertThat(settings.url("/api/v1/audit/key")).isEqualTo("/api/v1/audit/key");
        assertThat(settings.domain()).isEmpty();
    }

    @Test
    void who_was_called_is_so_no_more_once_the_operator_takes_the_address_away() {
        URI callback = URI.create("https://tool.example/told");
        assertThat(new OpenDsrSettings(List.of(callback), HERE).isCalled(callback))
                .isTrue();
        assertThat(new OpenDsrSettings(List.of(), HERE).isCalled(callback)).isFalse();
        assertThat(new OpenDsrSettings(List.of(), null).isCalled(callback)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tool.example/told/anna",
                "https://tool.example/tol",
                "https://tool.example/told/",
                "https://tool.example/TOLD",
                "https://tool.example/%74old",
                "https://tool.example/x/../told",
                "https://tool.example/told?of=anna",
                "https://tool.example/told#anna",
                "https://anna@tool.example/told",
                "https://TooL.example/told",
                "https://tool.example:443/told",
                "http://tool.example/told",
                "told"
            })
    void an_address_is_called_as_the_operator_wrote_it_and_not_otherwise(URI other) {
        List<URI> allowed = List.of(URI.create("https://tool.example/told"));
        assertThat(new OpenDsrSettings(allowed, HERE).isCalled(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tool.example/told",
                "https://me:secret@tool.example/told",
                "https://tool.example/told?secret=1",
                "https://tool.example/told#1"
            })
    void what_rests_in_the_log_for_good_has_no_secrets(URI address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenDsrSettings(List.of(address), HERE));
    }

    @Test
    void an_address_has_a_host() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenDsrSettings(List.of(), URI.create("api.example")));
    }
}
