package com.videowindow.patina.sagas.consent;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ends of consents are written down. They hold at their time in any case.
 *
 * @param look how often it is looked for those that are over
 */
@ConfigurationProperties("patina.consent-expiry")
record ExpirySettings(@DefaultValue("1m") Duration look) {}
