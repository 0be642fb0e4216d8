package com.videowindow.patina.command.model;

import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one stream of models grows by some events a day for ever; what it says is about nobody. */
@Configuration(proxyBeanMethods = false)
class ModelSnapshots {
    private static final int EVENTS = 100;

    @Bean
    SnapshotTriggerDefinition modelSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS);
    }
}
