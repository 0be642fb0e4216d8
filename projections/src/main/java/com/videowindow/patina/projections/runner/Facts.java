package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import org.jspecify.annotations.Nullable;

/** A read model that keeps each event of one type as a document of its own, under its position. */
public abstract class Facts<E extends DomainEvent> implements ReadModel<E> {
    private final String name;
    private final Class<E> type;

    protected Facts(String name, Class<E> type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<E> body() {
        return type;
    }

    @Override
    public final boolean isPersonal() {
        return AboutSubject.class.isAssignableFrom(type);
    }

    @Override
    public final boolean concerns(Class<?> event) {
        return event == type;
    }

    @Override
    public final @Nullable String key(DomainEvent event, LogPosition position) {
        return type.isInstance(event) ? key(type.cast(event), position.value()) : null;
    }

    /** The document's key: by default its place in the log, which no other event has. */
    protected String key(E event, long position) {
        return Long.toString(position);
    }

    @Override
    public final @Nullable E apply(@Nullable E body, DomainEvent event, LogPosition position) {
        return type.cast(event);
    }

    @Override
    public final boolean isFact() {
        return true;
    }
}
