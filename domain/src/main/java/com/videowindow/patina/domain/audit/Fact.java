package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/**
 * Something to be stored exactly once: a stream of one event whose key is the message itself.
 *
 * @param family keeps facts of one message apart, for example {@code interaction} and {@code order}
 * @param clientTime the message's own timestamp as the client sent it: the same in every retry
 */
public record Fact(String family, SubjectId subject, String message, Instant clientTime, DomainEvent event) {}
