package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn and alarmed by must exist: an alert on a name that nobody measures is never raised. */
class WatchedMetricsTest {
    private static final Pattern METRIC = Pattern.compile("\\bpatina_[a-z0-9_]+");

    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "alerts.yml"})
    void every_metric_that_is_watched_is_measured(String file) throws IOException {
        Node.person("who-is-measured").consenting();
        List<String> watched = names(Files.readString(Path.of("..", "ops", file)));
        assertThat(watched).isNotEmpty();
        assertThat(names(new String(
                        Node.engineer().get("/actuator/prometheus").response().body(), StandardCharsets.UTF_8)))
                .containsAll(watched);
    }

    private static List<String> names(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
