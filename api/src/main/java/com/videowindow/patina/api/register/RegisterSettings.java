package com.videowindow.patina.api.register;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the register says that code cannot know (article 30(1)(a), (e)).
 *
 * @param controller name and address of the operator
 * @param contact of the operator
 * @param officer contact of the data protection officer
 * @param transfers to third countries, by which safeguards
 */
@ConfigurationProperties("patina.register")
record RegisterSettings(
        @DefaultValue("not configured: patina.register.controller")
        String controller,

        @DefaultValue("not configured: patina.register.contact")
        String contact,

        @DefaultValue("not configured: patina.register.officer")
        String officer,

        @DefaultValue("none by the engine") String transfers) {}
