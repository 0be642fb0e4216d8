package com.videowindow.patina.api.consent;

import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Purpose;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where an address names a purpose, it is one that exists: nothing is kept about others, nor told. */
@Component
final class PurposesInAddresses implements WebMvcConfigurer {
    private final Policies policies;

    PurposesInAddresses(Policies policies) {
        this.policies = policies;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Purpose.class, this::known);
    }

    private Purpose known(String name) {
        Purpose purpose = new Purpose(name);
        if (!policies.isKnown(purpose)) {
            throw new IllegalArgumentException("is no purpose that is defined");
        }
        return purpose;
    }
}
