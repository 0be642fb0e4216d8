package com.videowindow.patina.api.recommendation;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many served lists are checked.
 *
 * @param oneIn of so many one, by its id; 0 for none
 */
@Validated
@ConfigurationProperties("patina.fidelity")
record FidelitySettings(@PositiveOrZero @DefaultValue("100") int oneIn) {}
