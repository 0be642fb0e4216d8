package com.videowindow.patina.domain.model;

/** Why a training came to nothing. */
public enum FailureReason {
    /** Too few people allow it, or they like too little. */
    TOO_LITTLE,
    /** It was begun too often, and never came to its end. */
    TOO_OFTEN,
    /** Its bytes were not where they had been put, or not as they had been. */
    LOST
}
