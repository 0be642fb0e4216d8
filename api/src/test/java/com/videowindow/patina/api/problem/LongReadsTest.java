package com.videowindow.patina.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;

class LongReadsTest {
    private final LongReads reads = new LongReads(
            new HttpSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 1, 1, Duration.ZERO, List.of()));

    @Test
    void whoever_finds_no_place_is_asked_to_come_back_and_has_one_then() {
        String answer = reads.one(() -> {
            assertThatThrownBy(() -> reads.one(() -> "another")).isInstanceOf(LongReads.Busy.class);
            return "the first";
        });

        assertThat(answer).isEqualTo("the first");
        assertThat(reads.one(() -> "another")).isEqualTo("another");
    }

    @Test
    void what_fails_gives_its_place_back() {
        assertThatThrownBy(() -> reads.one(() -> {
                    throw new IllegalStateException("the log is away");
                }))
                .hasMessage("the log is away");
        assertThat(reads.one(() -> "next")).isEqualTo("next");
    }

    @Test
    void it_is_told_as_too_much_to_do_with_when_to_come_back() {
        ResponseEntity<Object> told = reads.one(() -> {
            try {
                return reads.one(() -> ResponseEntity.ok().<Object>build());
            } catch (LongReads.Busy busy) {
                return new ProblemAdvice(new SimpleMeterRegistry()).onBusy(busy);
            }
        });

        assertThat(told.getStatusCode().value()).isEqualTo(503);
        assertThat(told.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
    }
}
