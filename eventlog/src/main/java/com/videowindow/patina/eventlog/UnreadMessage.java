package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.UnknownEvent;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;

/**
 * A message that nobody here can read. It fails whoever asks what it says or of which type it is: nothing is left out
 * only because nobody thought of it.
 */
final class UnreadMessage implements Message<Object> {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final MetaData metaData;
    private final UnknownEvent why;

    UnreadMessage(String id, MetaData metaData, UnknownEvent why) {
        this.id = id;
        this.metaData = metaData;
        this.why = why;
    }

    @Override
    public String getIdentifier() {
        return id;
    }

    @Override
    public MetaData getMetaData() {
        return metaData;
    }

    @Override
    public Object getPayload() {
        throw why;
    }

    @Override
    public Class<Object> getPayloadType() {
        throw why;
    }

    @Override
    public Message<Object> withMetaData(Map<String, ?> other) {
        return new UnreadMessage(id, MetaData.from(other), why);
    }

    @Override
    public Message<Object> andMetaData(Map<String, ?> more) {
        return new UnreadMessage(id, metaData.mergedWith(more), why);
    }
}
