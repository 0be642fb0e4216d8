package com.videowindow.patina.sagas.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest {
    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @ValueSource(strings = {"http://mailer.example/opendsr", "https:mailer.example", "/opendsr"})
    void nobody_is_told_who_left_where_others_can_read_it(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Party(URI.create(url), SECRET))
                .withMessage("the url of a party must be https, and name a host");
    }

    @Test
    void its_secret_is_not_shown() {
        assertThat(new Party(URI.create("https://mailer.example/opendsr"), SECRET))
                .hasToString("Party[mailer.example]");
    }
}
