package com.videowindow.patina.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.json.PatinaJson;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts a node. Beans are known by their full names, since every module speaks of a thing in the same words. */
@SpringBootApplication(
        scanBasePackages = "com.videowindow.patina",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        proxyBeanMethods = false)
@ConfigurationPropertiesScan("com.videowindow.patina")
public class Patina {

    /** Starts a node and returns when it is ready; closing the context stops it and loses nothing. */
    public static ConfigurableApplicationContext serve(String... args) {
        // Axon would otherwise report this installation to its makers.
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty("axoniq.update-checker.disabled", "true");
        return new SpringApplication(Patina.class).run(args);
    }

    /** Callers are strangers: what they send is read strictly. */
    @Bean
    ObjectMapper json() {
        return PatinaJson.strict().copy();
    }
}
