package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ASpellOfTimeTest {

    @ParameterizedTest
    @CsvSource({"90s,PT1M30S", "15m,PT15M", "8h,PT8H", "30d,PT720H", "PT5S,PT5S", "P2D,PT48H"})
    void is_read_as_people_write_it(String text, Duration meant) {
        assertThat(new Spell().convert(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "eight hours", "0s", "-5m", "h8"})
    void is_refused_when_it_is_none(String text) {
        assertThatThrownBy(() -> new Spell().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
