package com.videowindow.patina.api.consent;

import com.videowindow.patina.domain.consent.Channel;
import org.jspecify.annotations.Nullable;

/** Where clients may say that a choice was made. */
final class OwnChannel {

    private OwnChannel() {}

    static void check(@Nullable Channel channel) {
        if (channel == Channel.IMPORT) {
            throw new IllegalArgumentException("channel must not be import");
        }
    }

    static Channel or(@Nullable Channel channel) {
        return channel == null ? Channel.API : channel;
    }
}
