package com.videowindow.patina.api.opendsr;

import com.videowindow.patina.domain.Check;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told how requests stand.
 *
 * @param callbacks the whole addresses that senders may have called; none unless some are named
 * @param address of this API as others see it: what is signed names it, and is a path alone without it
 */
@ConfigurationProperties("patina.opendsr")
record OpenDsrSettings(
        @DefaultValue List<URI> callbacks, @Nullable URI address) {
    OpenDsrSettings {
        if (!callbacks.isEmpty() && address == null) {
            throw new IllegalArgumentException("patina.opendsr.callbacks needs patina.opendsr.address");
        }
        if (address != null && address.getHost() == null) {
            throw new IllegalArgumentException("patina.opendsr.address must be whole, such as https://api.example");
        }
        if (!callbacks.stream().allMatch(Check::isSafe)) {
            throw new IllegalArgumentException("patina.opendsr.callbacks must be https");
        }
        if (!callbacks.stream().allMatch(OpenDsrSettings::mayBeKept)) {
            throw new IllegalArgumentException("patina.opendsr.callbacks must have no password, query or fragment");
        }
    }

    /** Where the operator says that this API is, else the path alone: what a request calls its host is nobody's word. */
    String url(String path) {
        return address == null ? path : address.resolve(path).toString();
    }

    Optional<String> domain() {
        return Optional.ofNullable(address).map(URI::getHost);
    }

    /**
     * Whether it is one of those that are called, letter by letter: it rests in the log in the clear for good, so that a
     * sender must have no part of it to write into. Nor does anybody make a node call what it may reach and they may not.
     */
    boolean isCalled(URI callback) {
        return callbacks.stream().anyMatch(allowed -> allowed.toString().equals(callback.toString()));
    }

    private static boolean mayBeKept(URI callback) {
        return callback.getUserInfo() == null && callback.getRawQuery() == null && callback.getRawFragment() == null;
    }
}
