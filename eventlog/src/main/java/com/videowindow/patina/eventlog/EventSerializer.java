package com.videowindow.patina.eventlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.domain.audit.UnknownEvent;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** Events as JSON under their stored names; class names never enter the log. */
final class EventSerializer extends JacksonSerializer {
    private final EventNames names;

    EventSerializer(EventNames names, ObjectMapper mapper) {
        super(JacksonSerializer.builder().objectMapper(mapper.copy()));
        this.names = names;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public Class classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        return names.type(type.getName(), revision(type));
    }

    /** Why an event of this type cannot be read, knowing the kind of the stream that it stands in. */
    UnknownEvent unknown(SerializedType type, @Nullable String kind) {
        return names.unknown(type.getName(), revision(type), kind);
    }

    /** Why an event of this name cannot be read whose payload is stored in this form. */
    UnknownEvent unknownForm(byte form, String name, @Nullable String kind) {
        return names.unknownForm(form, name, kind);
    }

    private static String revision(SerializedType type) {
        return Objects.requireNonNullElse(type.getRevision(), "");
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(Class type) {
        if (MetaData.class.equals(type) || Void.class.equals(type) || Void.TYPE.equals(type)) {
            return super.typeForClass(type);
        }
        EventNames.StoredName name = names.of(type);
        return new SimpleSerializedType(name.name(), name.revision());
    }
}
