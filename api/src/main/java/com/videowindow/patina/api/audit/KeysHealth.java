package com.videowindow.patina.api.audit;

import com.videowindow.patina.domain.privacy.KeyCustody;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** A master key that is away is told, with the reason, and takes no node out of service: keys in memory go on working. */
@Component("keys")
final class KeysHealth implements HealthIndicator {

    private final KeyCustody custody;

    KeysHealth(KeyCustody custody, MeterRegistry meters) {
        this.custody = custody;
        Gauge.builder("patina.keys.away", () -> custody.away().isPresent() ? 1 : 0)
                .description("Whether this node cannot open people's keys with its master key now")
                .register(meters);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        custody.away().ifPresent(why -> health.withDetail("keys", why));
        return health.build();
    }
}
