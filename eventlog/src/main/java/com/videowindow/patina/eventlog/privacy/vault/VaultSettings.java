package com.videowindow.patina.eventlog.privacy.vault;

import com.videowindow.patina.domain.Check;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the master key in Vault is reached.
 *
 * @param address of the server, by {@code https}; {@code http} on this machine only
 * @param mount of the transit engine
 * @param key its name there, of type {@code aes256-gcm96}; it is never made by us
 * @param namespace of Vault Enterprise
 * @param token what this node says who it is by; or
 * @param tokenFile where it stands, read anew with every request, so that Vault's agent can replace it
 * @param certificates in PEM, of who signed the server's certificate; Java's own when absent
 * @param timeout how long an answer is waited for
 * @param renew whether each destruction renews the key; otherwise its owner does so
 */
public record VaultSettings(
        URI address,
        @DefaultValue("transit") String mount,
        @DefaultValue("patina") String key,
        @Nullable String namespace,
        @Nullable String token,
        @Nullable Path tokenFile,
        @Nullable Path certificates,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("true") boolean renew) {
    private static final Pattern MOUNT = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    private static final Pattern KEY = Pattern.compile("\\w(([\\w-.]+)?\\w)?");

    public VaultSettings {
        check(Check.isSafe(address), "address must be https, or http on this machine");
        check(MOUNT.matcher(mount).matches(), "mount must be a path");
        check(KEY.matcher(key).matches(), "key must be the name of a key");
        check((token == null) != (tokenFile == null), "either token or token-file must be there");
        check(timeout.isPositive(), "timeout must be positive");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("patina.keys.vault." + otherwise);
        }
    }

    /** As Tink names it. */
    String uri() {
        return VaultKmsClient.PREFIX + address.getAuthority() + '/' + mount + "/keys/" + key;
    }

    @Override
    public String toString() {
        return "VaultSettings[" + uri() + ", …]";
    }
}
