package com.videowindow.patina.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks tokens. A signature costs a tenth of a millisecond and a person's requests come in bursts, so what was found
 * right is remembered for a minute; expiry is looked at each time.
 */
final class Bearers implements JwtDecoder {

    private static final int LONGEST_SUBJECT = 200;

    private final JwtDecoder local;
    private final JwtDecoder platform;
    private final String localKey;
    private final Duration skew;
    private final Cache<String, Jwt> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Bearers(ECKey key, SecuritySettings settings) {
        localKey = key.getKeyID();
        skew = settings.clockSkew();
        local = local(key, settings);
        platform =
                settings.jwksUri() == null ? local : platform(settings.jwksUri().toString(), settings);
    }

    @Override
    public Jwt decode(String token) {
        Jwt seen = known.getIfPresent(token);
        Instant end = seen == null ? null : seen.getExpiresAt();
        if (seen != null && end != null && Instant.now().minus(skew).isBefore(end)) {
            return seen;
        }
        Jwt found = (isLocal(token) ? local : platform).decode(token);
        known.put(token, found);
        return found;
    }

    private boolean isLocal(String token) {
        try {
            return localKey.equals(
                    JWTParser.parse(token).getHeader().toJSONObject().get("kid"));
        } catch (java.text.ParseException unreadable) {
            return true; // either decoder says the same of it
        }
    }

    private static JwtDecoder local(ECKey key, SecuritySettings settings) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()))));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        List<OAuth2TokenValidator<Jwt>> rules = common(settings);
        rules.add(new JwtClaimValidator<>(JwtClaimNames.ISS, LocalTokens.ISSUER::equals));
        if (settings.jwksUri() != null) {
            rules.add(new JwtClaimValidator<>(LocalTokens.LEVEL, LocalTokens.ANONYMOUS::equals));
        }
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules));
        return decoder;
    }

    private static JwtDecoder platform(String jwks, SecuritySettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(jwks)
                .jwsAlgorithms(algorithms -> algorithms.addAll(
                        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .build();
        List<OAuth2TokenValidator<Jwt>> rules = common(settings);
        String issuer = settings.issuer();
        if (issuer != null) {
            rules.add(new JwtClaimValidator<Object>(JwtClaimNames.ISS, iss -> issuer.equals(String.valueOf(iss))));
        }
        String audience = settings.audience();
        if (audience != null) {
            rules.add(new JwtClaimValidator<List<String>>(
                    JwtClaimNames.AUD, aud -> aud != null && aud.contains(audience)));
        }
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules));
        return decoder;
    }

    private static List<OAuth2TokenValidator<Jwt>> common(SecuritySettings settings) {
        List<OAuth2TokenValidator<Jwt>> rules = new ArrayList<>();
        rules.add(new JwtTimestampValidator(settings.clockSkew()));
        rules.add(Bearers::namesSomebodyForAWhile);
        return rules;
    }

    private static OAuth2TokenValidatorResult namesSomebodyForAWhile(Jwt token) {
        String subject = token.getSubject();
        boolean complete = token.getExpiresAt() != null
                && subject != null
                && !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT;
        return complete
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "exp and sub are required", null));
    }
}
