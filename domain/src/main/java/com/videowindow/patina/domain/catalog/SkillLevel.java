package com.videowindow.patina.domain.catalog;

/** How much practice content asks for, from least to most. */
public enum SkillLevel {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED,
    EXPERT
}
