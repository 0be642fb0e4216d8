package com.videowindow.patina.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.audit.LogBusy;
import com.videowindow.patina.domain.audit.LogStopped;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.SignedOtherwise;
import com.videowindow.patina.domain.audit.UnknownSigner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

    @RestController
    record Failing(RuntimeException how) {
        @PostMapping("/")
        void fail() {
            throw how;
        }
    }

    private static MockHttpServletResponse answerTo(RuntimeException failure) throws Exception {
        MockMvc web = MockMvcBuilders.standaloneSetup(new Failing(failure))
                .setControllerAdvice(new ProblemAdvice(new SimpleMeterRegistry()))
                .build();
        return web.perform(MockMvcRequestBuilders.post("/")).andReturn().getResponse();
    }

    @Test
    void a_write_that_was_overtaken_conflicts_be_it_the_first_of_its_stream_or_a_later_one() throws Exception {
        assertThat(answerTo(new ConcurrencyException("later")).getStatus()).isEqualTo(409);
        assertThat(answerTo(new AggregateStreamCreationException("first")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_log_that_takes_no_more_says_when_to_come_back() throws Exception {
        MockHttpServletResponse answer = answerTo(new LogBusy("too many writes wait for the log"));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
        assertThat(answer.getContentAsString()).contains("/problems/log-busy", "nothing of it was stored");
    }

    @Test
    void a_log_that_did_not_answer_may_have_stored_it_and_one_whose_disk_failed_stands_still() throws Exception {
        assertThat(answerTo(new LogUnavailable("the log did not answer in time", null))
                        .getContentAsString())
                .contains("/problems/log-unavailable", "may be stored");
        assertThat(answerTo(new LogStopped("No space left on device", null)).getContentAsString())
                .contains("/problems/log-stopped")
                .doesNotContain("device");
    }

    @Test
    void a_log_that_a_stranger_signed_last_is_not_signed_and_says_so() throws Exception {
        MockHttpServletResponse answer = answerTo(new UnknownSigner("first.example/log+01234567"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("/problems/unknown-signer");
        MockHttpServletResponse restored = answerTo(new SignedOtherwise("first.example/log"));
        assertThat(restored.getStatus()).isEqualTo(409);
        assertThat(restored.getContentAsString()).contains("/problems/signed-otherwise");
    }
}
