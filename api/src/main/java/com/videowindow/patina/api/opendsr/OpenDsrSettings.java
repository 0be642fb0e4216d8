package com.videowindow.patina.api.opendsr;

import com.videowindow.patina.domain.Check;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told how requests stand.
 *
 * @param callbacks with what addresses of senders must begin to be called at all; none unless some are named
 * @param address of this API as others see it: what is signed names it, and is a path alone without it
 */
@ConfigurationProperties("patina.opendsr")
record OpenDsrSettings(
        @DefaultValue List<URI> callbacks, @Nullable URI address) {
    private static final int LONGEST = 500;
    /** Nothing that others read as another path, or as somebody's name. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._~-]*");

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
    }

    /** Where the operator says that this API is, else the path alone: what a request calls its host is nobody's word. */
    String url(String path) {
        return address == null ? path : address.resolve(path).toString();
    }

    Optional<String> domain() {
        return Optional.ofNullable(address).map(URI::getHost);
    }

    /** Whether it is one of those that are called: nobody makes a node call what it may reach and they may not. */
    boolean isCalled(URI callback) {
        return Check.isSafe(callback)
                && callback.toString().length() <= LONGEST
                && callback.equals(callback.normalize())
                && PLAIN.matcher(callback.getRawPath()).matches()
                && callback.getUserInfo() == null
                && callback.getRawQuery() == null // it rests in the log for good
                && callback.getFragment() == null
                && callbacks.stream().anyMatch(allowed -> isUnder(callback, allowed));
    }

    private static boolean isUnder(URI callback, URI allowed) {
        return callback.getScheme().equals(allowed.getScheme())
                && callback.getHost().equalsIgnoreCase(allowed.getHost())
                && callback.getPort() == allowed.getPort()
                && callback.getRawPath().startsWith(allowed.getRawPath());
    }
}
