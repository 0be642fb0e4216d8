package com.videowindow.patina.api.security;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens count.
 *
 * @param signingKey file of the local key; several nodes must share it, since device tokens are signed with it
 * @param jwksUri keys of the platform's own issuer; where set, local tokens are for anonymous devices only
 * @param issuer that tokens of the platform must name; any where absent
 * @param audience that tokens of the platform must name; any where absent
 * @param clockSkew by which an issuer's clock may be wrong
 * @param deviceTokenFor how long an anonymous visitor's token lasts
 */
@ConfigurationProperties("patina.security")
record SecuritySettings(
        @Nullable Path signingKey,
        @Nullable URI jwksUri,
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("365d") Duration deviceTokenFor) {}
