package com.videowindow.patina.api.release;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How raw events are released.
 *
 * @param lasting for how long after it was granted
 */
@ConfigurationProperties("patina.release")
record ReleaseSettings(@DefaultValue("1h") Duration lasting) {}
