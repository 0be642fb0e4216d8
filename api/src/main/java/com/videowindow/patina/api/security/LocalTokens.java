package com.videowindow.patina.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Issues tokens that nodes with the same {@code PATINA_HOME} accept; short ones, since people copy them. */
public final class LocalTokens {

    static final String ISSUER = "patina";
    static final String LEVEL = "level";
    static final String ANONYMOUS = "anonymous";
    static final String ROLES = "roles";

    private final ECKey key;

    LocalTokens(ECKey key) {
        this.key = key;
    }

    /** With the key that the environment names, or else that of this data folder, made now if there is none. */
    public static LocalTokens of(Path home) {
        return new LocalTokens(SigningKey.in(Stream.of("PATINA_SECURITY_SIGNING_KEY", "PATINA_SECURITY_SIGNINGKEY")
                .map(System.getenv()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Path::of)
                .orElseGet(() -> fileIn(home))));
    }

    static Path fileIn(Path home) {
        return home.resolve("keys").resolve("token-signing.jwk");
    }

    public String issue(Role role, String subject, Duration lasting) {
        return sign(claims(role, subject, lasting).build());
    }

    /** For whoever makes content: their user id, and the handle under which they publish. */
    public String issueCreator(String subject, String handle, Duration lasting) {
        return sign(claims(Role.CREATOR, subject, lasting)
                .claim(Handles.CLAIM, handle)
                .build());
    }

    /** For somebody who is not signed in: a subject of their own, but no account. */
    String issueAnonymous(String subject, Duration lasting) {
        return sign(
                claims(Role.SUBJECT, subject, lasting).claim(LEVEL, ANONYMOUS).build());
    }

    private static JWTClaimsSet.Builder claims(Role role, String subject, Duration lasting) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(lasting)))
                .claim(ROLES, List.of(role.claim()));
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key cannot sign", e);
        }
        return token.serialize();
    }
}
