package com.videowindow.patina.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Finds the reader of our own enums; others are left to Jackson. */
final class EnumReaders extends SimpleDeserializers {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable JsonDeserializer<?> findEnumDeserializer(
            Class<?> type, DeserializationConfig config, BeanDescription description) {
        return Ours.is(type) && type.isEnum() ? new EnumReader(type) : null;
    }
}
