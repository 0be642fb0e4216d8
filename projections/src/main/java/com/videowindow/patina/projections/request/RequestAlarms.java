package com.videowindow.patina.projections.request;

import com.videowindow.patina.domain.request.OpenRequests;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What alarms watch: requests whose time is nearly over, and those whose time is. */
@Component
@EnableConfigurationProperties(RequestSettings.class)
final class RequestAlarms {

    RequestAlarms(OpenRequests requests, RequestSettings settings, MeterRegistry meters) {
        Clock clock = Clock.systemUTC();
        Gauge.builder(
                        "patina.requests.due",
                        () -> requests.dueBefore(clock.instant().plus(settings.warn())))
                .description("Requests of people that must be answered soon, or should have been")
                .register(meters);
        Gauge.builder("patina.requests.overdue", () -> requests.dueBefore(clock.instant()))
                .description("Requests of people that should have been answered")
                .register(meters);
    }
}
