package com.videowindow.patina.domain;

import java.time.Instant;

/** Something that happened and will not be changed. */
public interface DomainEvent {

    /** When it happened, by the clock that decided; comes in with the command. */
    Instant at();
}
