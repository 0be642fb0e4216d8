package com.videowindow.patina.api.cli;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps a demo out of service until its people and catalogue are in: who waits for health finds all of it. */
@Component
@ConditionalOnProperty("patina.demo.seeding")
final class DemoSeeding implements HealthIndicator {

    private volatile boolean done;

    void finished() {
        done = true;
    }

    @Override
    public Health health() {
        return done ? Health.up().build() : Health.outOfService().build();
    }
}
