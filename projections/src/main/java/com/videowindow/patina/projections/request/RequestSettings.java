package com.videowindow.patina.projections.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests are watched.
 *
 * @param warn how long before the law's time is over it is told
 */
@ConfigurationProperties("patina.requests")
record RequestSettings(@DefaultValue("7d") Duration warn) {}
