package com.videowindow.patina.domain.privacy;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/**
 * Stands where a fact stood whose key is gone: that something happened and when is still known, but not what. Everything
 * that reads the log passes over it.
 */
public record Forgotten(SubjectId subject, Instant at) implements AboutSubject {}
