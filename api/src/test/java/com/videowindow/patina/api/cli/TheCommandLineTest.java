package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.audit.KeysUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                        "demo",
                        "serve",
                        "token",
                        "import",
                        "simulate",
                        "replay",
                        "models",
                        "log",
                        "letters",
                        "test",
                        "bench",
                        "PATINA_HOME");
    }

    @Test
    void says_what_its_exit_statuses_mean() {
        line.execute("--help");
        assertThat(out.toString()).contains("0 success", "2 not understood", "130 stopped by Ctrl-C");
    }

    @Test
    void refuses_a_span_that_runs_backwards_and_a_time_that_no_log_can_hold() {
        assertThat(line.execute("log", "diff", "100", "5")).isEqualTo(2);
        assertThat(line.execute("log", "diff", "2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"))
                .isEqualTo(2);
        assertThat(line.execute("log", "tail", "--from", "-1000000000-01-01T00:00:00Z"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("FROM comes after TO", "is no time such as 2026");
    }

    @Test
    void refuses_a_key_that_is_none_rather_than_the_proof(@TempDir Path folder) throws IOException {
        Path proof = Files.writeString(folder.resolve("proof"), "any");
        assertThat(line.execute("log", "check-proof", proof.toString(), "--key", "a+b"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a public key reads name+id+base64");
    }

    @Test
    void says_of_files_what_is_wrong_with_them_without_names_of_classes(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        for (Path wrong : List.of(folder, binary)) {
            assertThat(line.execute("log", "check-proof", wrong.toString(), "--key", "a+b"))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).contains("is not text").doesNotContain("Exception");
    }

    @Test
    void tells_in_a_sentence_why_it_cannot_start() {
        assertThat(Failures.inWords(new IllegalStateException("x", new PortInUseException(8080))))
                .isEqualTo("port 8080 is in use; stop what uses it, or name another by PATINA_PORT");
        assertThat(Failures.inWords(new KeysUnavailable("Vault does not answer", new IllegalArgumentException("x"))))
                .isEqualTo("Vault does not answer");
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
    @ValueSource(strings = {"demo", "serve", "token", "import", "simulate", "replay", "log", "letters"})
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
                "simulate",
                "simulate market --days 0",
                "log",
                "log prove",
                "log check-proof",
                "log tiles",
                "token",
                "token --role queen --subject anna",
                "token --role creator --subject user-7",
                "token --role creator --subject mara --creator Mara",
                "token --role creator --subject user-7 --creator @mara",
                "token --role product --subject editor --creator mara",
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
