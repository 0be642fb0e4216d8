package com.videowindow.patina.api.messaging;

import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties requests to messages. */
@Configuration(proxyBeanMethods = false)
class Messaging {

    /** What a request's commands and their events are found by; the only metadata that events take over. */
    static final String TRACE = "traceId";

    @Bean
    CorrelationDataProvider trace() {
        return new SimpleCorrelationDataProvider(TRACE);
    }

    @Bean
    Commands commands(CommandGateway gateway, CommandBus bus, LogInspection log, MeterRegistry meters) {
        bus.registerDispatchInterceptor(new NamedUses<>(meters));
        bus.registerHandlerInterceptor(new Receipt.Office());
        return new Commands(gateway, log);
    }

    @Bean
    ReadYourWrites readYourWrites(ProjectionProgress progress) {
        return new ReadYourWrites(progress);
    }

    @Bean
    TimeTravel timeTravel(PastEvents events, ReadYourWrites writes) {
        return new TimeTravel(events, writes);
    }

    @Bean
    Questions questions(QueryGateway gateway, QueryBus bus, MeterRegistry meters) {
        bus.registerDispatchInterceptor(new NamedUses<>(meters));
        return new Questions(gateway);
    }
}
