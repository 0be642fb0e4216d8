package com.videowindow.patina.sagas.part;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How erasures of parts are carried out.
 *
 * @param look how often it is looked for something to do
 */
@ConfigurationProperties("patina.part")
record PartSettings(@DefaultValue("250ms") Duration look) {}
