package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.Check;

/** Names a trained model: what it is and how much of the log it has seen, for example {@code cooccurrence@409600}. */
public record ModelVersion(String value) {
    public ModelVersion {
        Check.identifier("model", value, 100);
    }
}
