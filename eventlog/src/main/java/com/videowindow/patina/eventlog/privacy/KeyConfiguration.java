package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Goodbyes;
import com.videowindow.patina.domain.erasure.PartFences;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.opendsr.SentContents;
import com.videowindow.patina.domain.privacy.KeyBackup;
import com.videowindow.patina.domain.privacy.KeyCustody;
import com.videowindow.patina.domain.privacy.MasterRotation;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.eventlog.EventLogSettings;
import com.videowindow.patina.eventlog.KeyFolder;
import com.videowindow.patina.eventlog.MessageKey;
import com.videowindow.patina.eventlog.MongoSettings;
import com.videowindow.patina.eventlog.StoredSealedFacts;
import java.nio.file.Path;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Brings people's keys, who they are, and the backup of both to the container. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeySettings.class, EventLogSettings.class})
class KeyConfiguration {

    @Bean
    KeyServer keyServer(MongoClient client, MongoDatabase log, MongoSettings mongo, KeySettings settings) {
        String database = settings.database(log.getName());
        return settings.uri() == null
                ? KeyServer.ofLog(client.getDatabase(database))
                : KeyServer.apart(mongo, settings.uri(), database);
    }

    @Bean
    PayloadKeys payloadKeys(
            KeyServer server, KeySettings settings, EventLogSettings bounds, @Value("${patina.home:data}") Path home) {
        return new PayloadKeys(server.place(), settings.masterKey(home), bounds.patience());
    }

    /** Before a server starts. A command makes only what it needs, and may look at a log without its keys. */
    @Bean
    InitializingBean heededMaster(PayloadKeys keys, @Value("${patina.home:data}") Path home) {
        return () -> {
            KeyFolder.clear(home.resolve("keys"));
            keys.heedMaster();
        };
    }

    /** After the log, which may refuse to be opened before a secret is made here. */
    @Bean
    @DependsOn("eventLog")
    StoredSubjects subjectDirectory(
            PayloadKeys keys, EventLogSettings settings, @Value("${patina.home:data}") Path home) {
        return new StoredSubjects(keys, MessageKey.of(settings.messageKey(), home));
    }

    @Bean
    Fences fences(PayloadKeys keys, StoredSubjects people, EventLog log) {
        return new StoredFences(keys, people, log::forgetOpened);
    }

    @Bean
    PartFences partFences(PayloadKeys keys, MongoDatabase log) {
        return new StoredPartFences(keys, new StoredSealedFacts(log, keys));
    }

    @Bean
    Goodbyes goodbyes(PayloadKeys keys) {
        return new StoredGoodbyes(keys);
    }

    @Bean
    SentContents sentContents(PayloadKeys keys) {
        return new StoredSentContents(keys);
    }

    @Bean
    Archives archives(MongoDatabase log, PayloadKeys keys) {
        return new StoredArchives(log, keys);
    }

    @Bean
    Periods periods(PayloadKeys keys, EventLog log) {
        return new StoredPeriods(keys, log::forgetOpened);
    }

    @Bean
    KeyCustody keyCustody(PayloadKeys keys) {
        return keys::masterAway;
    }

    @Bean
    MasterRotation masterRotation(PayloadKeys keys) {
        return new StoredRotation(keys);
    }

    @Bean
    KeyBackup keyBackup(MongoDatabase log, PayloadKeys keys, @Value("${patina.home:data}") Path home) {
        return new StoredKeys(log, keys, home);
    }
}
