package com.videowindow.patina.api.recommendation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How lists are served.
 *
 * @param deadline when a list is ranked from as many candidates as were looked at, rather than late from all
 */
@Validated
@ConfigurationProperties("patina.recommendations")
record ListSettings(@NotNull @DefaultValue("150ms") Duration deadline) {

    ListSettings {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("deadline must be positive");
        }
    }

    /** What a request may take that asked for less, in milliseconds; for more nobody can ask. */
    Duration within(@Nullable Integer budget) {
        Duration asked = budget == null ? deadline : Duration.ofMillis(budget);
        return asked.compareTo(deadline) < 0 ? asked : deadline;
    }
}
