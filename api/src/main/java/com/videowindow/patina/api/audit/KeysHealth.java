package com.videowindow.patina.api.audit;

import com.videowindow.patina.domain.privacy.KeyCustody;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** A master key's service that does not answer is told, and takes no node out of service: keys in memory go on working. */
@Component("keys")
final class KeysHealth implements HealthIndicator {

    private final KeyCustody custody;

    KeysHealth(KeyCustody custody, MeterRegistry meters) {
        this.custody = custody;
        Gauge.builder("patina.keys.away", () -> custody.answers() ? 0 : 1)
                .description("Whether the service of the master key does not answer this node")
                .register(meters);
    }

    @Override
    public Health health() {
        return custody.answers()
                ? Health.up().build()
                : Health.up()
                        .withDetail("keys", "the service of the master key does not answer")
                        .build();
    }
}
