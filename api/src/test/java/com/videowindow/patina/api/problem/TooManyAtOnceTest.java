package com.videowindow.patina.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class TooManyAtOnceTest {

    private static final HttpSettings ONE =
            new HttpSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 1, 1, Duration.ofMillis(20), List.of());

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Turnstile turnstile =
            new Turnstile(new ProblemWriter(new ObjectMapper()), ONE, new SimpleMeterRegistry());

    @AfterEach
    void everybody_leaves() {
        done.countDown();
        callers.close();
    }

    @Test
    void whoever_finds_no_place_is_asked_to_come_back_and_finds_one_then() throws Exception {
        Future<MockHttpServletResponse> first = enter("GET", (request, response) -> stay());
        inside.await();

        MockHttpServletResponse second = enter("GET", (request, response) -> {}).get();
        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("1");
        assertThat(second.getContentAsString()).contains("/problems/overloaded");

        done.countDown();
        assertThat(first.get().getStatus()).isEqualTo(200);
        assertThat(enter("GET", (request, response) -> {}).get().getStatus()).isEqualTo(200);
    }

    @Test
    void writes_that_take_long_keep_nobody_from_reading() throws Exception {
        var writing = enter("POST", (request, response) -> stay());
        inside.await();

        assertThat(enter("GET", (request, response) -> {}).get().getStatus()).isEqualTo(200);
        assertThat(enter("PUT", (request, response) -> {}).get().getStatus()).isEqualTo(503);
        assertThat(writing).isNotDone();
    }

    @Test
    void whoever_only_waits_takes_up_no_place() throws Exception {
        var waiting = enter("GET", (request, response) -> Turnstile.standAside(this::stay));
        inside.await();

        assertThat(enter("GET", (request, response) -> {}).get().getStatus()).isEqualTo(200);
        assertThat(waiting).isNotDone();
    }

    private Future<MockHttpServletResponse> enter(String method, FilterChain chain) {
        return callers.submit(() -> {
            MockHttpServletResponse response = new MockHttpServletResponse();
            turnstile.doFilter(new MockHttpServletRequest(method, "/api/v1/user/profile"), response, chain);
            return response;
        });
    }

    private boolean stay() {
        inside.countDown();
        try {
            done.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
