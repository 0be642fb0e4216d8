package com.videowindow.patina.command.catalog;

import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a nightly import changes every night has a stream that grows for ever. What people choose has none: their streams
 * are short, and a snapshot would be one more place that holds what they said.
 */
@Configuration(proxyBeanMethods = false)
class CatalogSnapshots {

    /** @param events between two snapshots of an item */
    @Bean
    SnapshotTriggerDefinition catalogSnapshots(
            Snapshotter snapshotter, @Value("${patina.catalog.snapshot-every:100}") int events) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, events);
    }
}
