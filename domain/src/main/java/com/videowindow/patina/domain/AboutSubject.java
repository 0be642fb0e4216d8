package com.videowindow.patina.domain;

/** A fact about one person; its payload rests under that person's key. */
public interface AboutSubject extends DomainEvent {
    SubjectId subject();
}
