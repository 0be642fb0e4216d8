package com.videowindow.patina.domain.interaction;

import com.videowindow.patina.domain.Check;

/** The client's own name for one message: repeating it changes nothing, for ever. */
public record MessageId(String value) {
    public MessageId {
        Check.identifier("messageId", value, 128);
    }
}
