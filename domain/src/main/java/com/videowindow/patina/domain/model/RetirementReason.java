package com.videowindow.patina.domain.model;

/** Why a model never serves again. */
public enum RetirementReason {
    /** Somebody left whom it may have learned from. */
    ERASURE,
    /** There are newer ones, and so many are kept. */
    SUPERSEDED
}
