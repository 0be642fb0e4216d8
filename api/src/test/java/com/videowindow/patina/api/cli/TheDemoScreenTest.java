package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheDemoScreenTest {

    private static final int COLUMNS = 80;
    private static final int LINES = 46;

    private final Path home;
    private final StringWriter shown = new StringWriter();

    TheDemoScreenTest(@TempDir Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("demo"));
    }

    @BeforeEach
    void show() throws IOException {
        ObjectNode list = Http.JSON.createObjectNode();
        ObjectNode item = list.putArray("items").addObject();
        item.put("title", "Drawbored joints for a table frame that never comes loose")
                .put("score", 0.873);
        ArrayNode reasons = item.putArray("reasons");
        for (int i = 0; i < 4; i++) {
            reasons.addObject().put("text", "Because you finished three videos about dovetails and liked two of them.");
        }
        new DemoScreen(URI.create("http://127.0.0.1:18080"), home, new PrintWriter(shown)).print(list);
    }

    @Test
    void fits_a_screen_of_80_columns() {
        int lines = shown.toString()
                .lines()
                .mapToInt(line -> Math.max(1, (line.length() + COLUMNS - 1) / COLUMNS))
                .sum();
        assertThat(lines).as(shown.toString()).isLessThanOrEqualTo(LINES);
    }

    @Test
    void has_a_token_for_each_role_three_requests_and_a_recommendation_with_its_reasons() {
        for (Role role : Role.values()) {
            assertThat(shown.toString()).containsPattern("(?m)^" + role + "=ey[\\w-]+\\.[\\w-]+\\.[\\w-]+$");
        }
        assertThat(shown.toString().lines().filter(line -> line.startsWith("curl ")))
                .hasSize(3);
        assertThat(shown.toString()).contains("Drawbored", "Because you finished");
    }

    @Test
    void lets_a_creator_publish_under_a_handle_that_is_no_user_id() throws Exception {
        Matcher creator = Pattern.compile("(?m)^CREATOR=(\\S+)$").matcher(shown.toString());
        assertThat(creator.find()).isTrue();
        JWTClaimsSet claims = SignedJWT.parse(creator.group(1)).getJWTClaimsSet();
        assertThat(claims.getStringClaim("creator")).isEqualTo("mara").isNotEqualTo(claims.getSubject());
    }

    @Test
    void keeps_its_words_for_a_shell_where_only_their_owner_reads() throws IOException {
        Path words = home.resolve("demo").resolve("words");
        assertThat(shown.toString()).contains(". " + words + System.lineSeparator());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(words)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(words)).contains("PATINA=http://127.0.0.1:18080", "SUBJECT=ey", "ANNA=$SUBJECT");
    }
}
