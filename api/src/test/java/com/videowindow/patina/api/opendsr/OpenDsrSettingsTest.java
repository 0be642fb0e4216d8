package com.videowindow.patina.api.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenDsrSettingsTest {

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
        URI callback = URI.create("https://tool.example/told/1");
        URI here = URI.create("https://patina.example");
        List<URI> allowed = List.of(URI.create("https://tool.example/told/"));
        assertThat(new OpenDsrSettings(allowed, here).isCalled(callback)).isTrue();
        assertThat(new OpenDsrSettings(List.of(), here).isCalled(callback)).isFalse();
        assertThat(new OpenDsrSettings(List.of(), null).isCalled(callback)).isFalse();
    }

    @Test
    void an_address_has_a_host() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenDsrSettings(List.of(), URI.create("api.example")));
    }
}
