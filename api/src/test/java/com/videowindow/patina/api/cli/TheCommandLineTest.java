package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;

class TheCommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line =
            Commands.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void tells_of_every_command_in_its_help() {
        assertThat(line.execute("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "demo", "serve", "token", "import", "replay", "log", "letters", "test", "bench", "PATINA_HOME");
    }

    @Test
    void says_what_its_exit_statuses_mean() {
        line.execute("--help");
        assertThat(out.toString()).contains("0 success", "2 not understood", "130 stopped by Ctrl-C");
    }

    @Test
    void tells_in_a_sentence_why_it_cannot_start() {
        assertThat(Failures.inWords(new IllegalStateException("x", new PortInUseException(8080))))
                .isEqualTo("port 8080 is in use; stop what uses it, or name another by PATINA_PORT");
        assertThat(Failures.inWords(new IllegalStateException("The data folder is in use")))
                .isEqualTo("The data folder is in use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "-1", "65536", "8080 "})
    void refuses_a_port_that_is_none(String port) {
        assertThatThrownBy(() -> new Port(port).check()).hasMessage("PATINA_PORT must be a number from 0 to 65535");
    }

    @Test
    void refuses_a_port_in_use_before_it_starts_anything() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> new Port(String.valueOf(taken.getLocalPort())).check())
                    .isInstanceOf(PortInUseException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "token", "import", "replay", "log", "letters"})
    void explains_each_command(String command) {
        assertThat(line.execute(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: patina " + command).contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "verify", "prove", "check-proof", "checkpoint", "key", "tiles"})
    void explains_each_question_to_the_log(String question) {
        assertThat(line.execute("log", question, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: patina log " + question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dmeo",
                "import",
                "log",
                "log prove",
                "log check-proof",
                "log tiles",
                "token",
                "token --role queen --subject anna",
                "replay"
            })
    void fails_with_the_usage_when_it_is_not_understood(String words) {
        assertThat(line.execute(words.isEmpty() ? new String[0] : words.split(" ", -1)))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("Usage: patina");
    }

    @Test
    void refuses_a_folder_that_is_no_movielens_set(@TempDir Path empty) {
        assertThat(line.execute("import", "movielens", empty.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("has no readable movies.csv");
    }

    @Test
    void leaves_tests_and_measurements_to_the_launcher() {
        assertThat(line.execute("bench", "serving", "--rate", "100")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("./patina bench");
    }
}
