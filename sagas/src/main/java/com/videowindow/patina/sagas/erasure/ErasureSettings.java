package com.videowindow.patina.sagas.erasure;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How erasures are carried out.
 *
 * @param look how often it is looked for something to do
 * @param refuseOld for how long old messages of somebody who left are told from those of whoever comes back as the same user
 * @param parties who else is told when somebody left, by name
 * @param giveUp for how long it is tried to tell them
 */
@ConfigurationProperties("patina.erasure")
record ErasureSettings(
        @DefaultValue("250ms") Duration look,
        @DefaultValue("90d") Duration refuseOld,
        @DefaultValue Map<String, Party> parties,
        @DefaultValue("30d") Duration giveUp) {}
