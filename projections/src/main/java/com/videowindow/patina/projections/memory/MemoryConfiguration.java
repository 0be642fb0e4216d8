package com.videowindow.patina.projections.memory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one judgement of freshness that everything in memory shares. */
@Configuration
@EnableConfigurationProperties(MemorySettings.class)
class MemoryConfiguration {
    @Bean
    Freshness memoryFreshness(MemorySettings settings) {
        return new Freshness(System::nanoTime, settings.mayLag(), settings.maySilence());
    }
}
