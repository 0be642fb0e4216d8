package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.audit.LogBackup;
import com.videowindow.patina.domain.audit.LogEvents;
import com.videowindow.patina.domain.audit.LogEvidence;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings proofs to the container. They need the database alone: a log that cannot be opened can still be checked. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckpointSettings.class)
class EvidenceConfiguration {

    @Bean
    Keyring checkpointKeys(CheckpointSettings settings, @Value("${patina.home:data}") Path home) {
        return settings.keys(home);
    }

    @Bean
    LogEvidence logEvidence(MongoDatabase database, Keyring keys) {
        return new Evidence(database, keys);
    }

    @Bean
    LogEvents logEvents(MongoDatabase database) {
        return new StoredEvents(database);
    }

    @Bean
    LogBackup logBackup(MongoDatabase database, ObjectProvider<LogEvidence> evidence, Keyring keys) {
        return new Backup(database, evidence::getObject, keys::hasSigner);
    }

    /** A server has a key from its start on, so that it can be asked for before anything is signed. */
    @Bean
    CheckpointSchedule checkpointSchedule(LogEvidence evidence, CheckpointSettings settings, Keyring keys) {
        keys.publish();
        return new CheckpointSchedule(evidence, settings.every());
    }
}
