package com.videowindow.patina.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets a node store events as if it were the time in {@code PATINA_STORED_AT}; in all else it knows what time it is. */
public final class PastClock implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String time = System.getenv("PATINA_STORED_AT");
        if (time != null && !time.isEmpty()) {
            GenericEventMessage.clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        }
    }
}
