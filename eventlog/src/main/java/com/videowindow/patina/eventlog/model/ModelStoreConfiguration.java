package com.videowindow.patina.eventlog.model;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.model.ModelStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the store of models to the container. */
@Configuration(proxyBeanMethods = false)
class ModelStoreConfiguration {

    @Bean
    ModelStore modelStore(MongoDatabase database) {
        return new StoredModels(database);
    }
}
