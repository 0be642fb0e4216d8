package com.videowindow.patina.api.register;

import com.videowindow.patina.domain.privacy.Operator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the register says that code cannot know (article 30(1)(a), (e)). Without a word of the operator it says that there is
 * none, rather than that there is nothing to say.
 *
 * @param controller name of the operator
 * @param address of theirs
 * @param contact of theirs
 * @param officer contact of the data protection officer
 * @param authority that people can complain to
 * @param locations where the engine and its stores are
 * @param transfers to third countries, by which safeguards
 */
@ConfigurationProperties("patina.register")
record RegisterSettings(
        @DefaultValue("not configured: patina.register.controller")
        String controller,

        @DefaultValue("not configured: patina.register.address")
        String address,

        @DefaultValue("not configured: patina.register.contact")
        String contact,

        @DefaultValue("not configured: patina.register.officer")
        String officer,

        @DefaultValue("the data protection authority where the person lives or works, or where something went wrong")
        String authority,

        @DefaultValue("where the operator runs the engine; not configured: patina.register.locations")
        String locations,

        @DefaultValue(
                "the engine sends data nowhere but to its stores and to others that the operator configured; whether these are in"
                        + " third countries, and by which safeguards, is not configured: patina.register.transfers")
        String transfers) {

    Operator operator() {
        return new Operator(controller, address, contact, officer, authority, locations, transfers);
    }
}
