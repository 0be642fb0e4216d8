package com.videowindow.patina.erasure;

import static com.videowindow.patina.erasure.Served.CONSENT;
import static com.videowindow.patina.erasure.Served.EXPORT;
import static com.videowindow.patina.erasure.Served.LIST;
import static com.videowindow.patina.erasure.Served.history;
import static com.videowindow.patina.erasure.Served.profile;

import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * Before and after each of the twelve steps of the erasure of a part, alone and beside another node. At the end of everybody
 * the one item is gone and the other is there, with one certificate each.
 */
@Tag("long")
class KilledWhileErasingAPartTest extends KilledRounds {
    private static final Set<String> WITHOUT = Set.of(profile("turning"), LIST, history("bowl-1"), CONSENT, EXPORT);
    private static final Set<String> ALL = Set.of(
            profile("dovetail"), profile("turning"), LIST, history("joint-1"), history("bowl-1"), CONSENT, EXPORT);

    @Test
    @Timeout(2700)
    void the_part_of_everybody_is_erased_once_by_a_node_that_is_started_again(@TempDir(factory = Homes.class) Path home)
            throws Exception {
        rounds(home, false);
    }

    @Test
    @Timeout(2700)
    void the_part_of_everybody_is_erased_once_by_a_node_or_the_other(@TempDir(factory = Homes.class) Path home)
            throws Exception {
        rounds(home, true);
    }

    @Override
    List<String> places() {
        return KillPoint.ofParts();
    }

    @Override
    List<Set<String>> stages() {
        return List.of(ALL, WITHOUT);
    }

    /** The profile is folded again. */
    @Override
    Duration between() {
        return Duration.ofSeconds(60);
    }

    @Override
    void asks(Client person) {
        person.send(
                HttpMethod.POST,
                "/api/v1/user/erasures/parts",
                Role.SUBJECT,
                "{\"contentId\": \"joint-1\", \"messageId\": \"remove-1\"}");
    }

    @Override
    String requested() {
        return "PartErasureRequested";
    }

    @Override
    List<String> once() {
        return List.of("PartErasureCertified");
    }
}
