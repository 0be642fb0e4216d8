package com.videowindow.patina.domain.model;

/** Why a model is taken out of force. */
public enum RollbackReason {
    BY_HAND,
    /** On what people liked since, it does worse than the one before. */
    REGRESSION
}
