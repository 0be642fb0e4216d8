package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNotesTest {

    /** The example of the specification. */
    private static final String EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String EXAMPLE = "This is an example message.\n\n\u2014 example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    /** The key of the Go sum database's own tests. */
    private static final String GO_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void the_example_of_the_specification_verifies() {
        assertThat(Note.parse(EXAMPLE).isSignedBy(VerifierKey.parse(EXAMPLE_KEY)))
                .isTrue();
        assertThat(Note.parse(EXAMPLE)).hasToString(EXAMPLE);
        assertThat(VerifierKey.parse(EXAMPLE_KEY)).hasToString(EXAMPLE_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "example message, exbmple message",
        "Uw2QOkn8, Uw2QOkn9",
        "com/foo Uw2, com/fop Uw2",
        "foo Uw2Q, foo Vw2Q"
    })
    void a_changed_note_does_not(String from, String to) {
        assertThat(EXAMPLE).contains(from);
        assertThat(Note.parse(EXAMPLE.replace(from, to)).isSignedBy(VerifierKey.parse(EXAMPLE_KEY)))
                .isFalse();
    }

    @Test
    void a_good_signature_beside_a_bad_one_of_the_same_key_counts_for_nothing() {
        String bad = EXAMPLE.substring(EXAMPLE.indexOf('\u2014')).replace("IneyaQM=", "IneyaQQ=");
        Note note = Note.parse(EXAMPLE + bad);
        assertThat(note.signatures()).hasSize(2);
        assertThat(note.isSignedBy(VerifierKey.parse(EXAMPLE_KEY))).isFalse();
    }

    @Test
    void the_keys_of_go_s_tools_are_ours() {
        CheckpointKey key = CheckpointKey.parse(GO_SECRET);
        assertThat(key.verifier()).hasToString(GO_PUBLIC);
        assertThat(key.secret()).isEqualTo(GO_SECRET);
    }

    @Test
    void a_checkpoint_is_signed_under_the_name_of_the_log() {
        CheckpointKey key = CheckpointKey.named("patina.example/log");
        Note signed = Note.parse(key.sign(7, Hash.ZERO).toString());
        assertThat(Checkpoint.of(signed)).isEqualTo(new Checkpoint("patina.example/log", 7, Hash.ZERO));
        assertThat(signed.isSignedBy(key.verifier())).isTrue();
        assertThat(signed.isSignedBy(CheckpointKey.named("patina.example/log").verifier()))
                .isFalse();
    }

    @Test
    void the_key_is_made_once_and_only_its_owner_reads_it(@TempDir Path home) throws Exception {
        CheckpointKey made = CheckpointKey.of(null, home);
        assertThat(CheckpointKey.of("", home).secret()).isEqualTo(made.secret());
        Path file = home.resolve("keys").resolve("checkpoint.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(CheckpointKey.of(GO_SECRET, home).verifier()).hasToString(GO_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a+b",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void a_misprinted_key_is_refused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
