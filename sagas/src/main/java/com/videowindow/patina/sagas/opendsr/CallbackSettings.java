package com.videowindow.patina.sagas.opendsr;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param giveUp for how long it is tried to tell a sender */
@ConfigurationProperties("patina.opendsr")
record CallbackSettings(@DefaultValue("30d") Duration giveUp) {}
