package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.privacy.KeyBackup;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the backup of keys to the container. */
@Configuration(proxyBeanMethods = false)
class KeyBackupConfiguration {

    @Bean
    KeyBackup keyBackup(MongoDatabase database, @Value("${patina.home:data}") Path home) {
        return new StoredKeys(database, home);
    }
}
