package com.videowindow.patina.api.register;

import com.videowindow.patina.domain.privacy.Operator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands what the operator says of themselves to whatever prints it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegisterSettings.class)
class RegisterConfiguration {

    @Bean
    Operator operator(RegisterSettings settings) {
        return settings.operator();
    }
}
