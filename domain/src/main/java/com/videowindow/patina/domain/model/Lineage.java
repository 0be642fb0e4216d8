package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.LogPosition;

/**
 * What a model was trained from. Kept beside its bytes, which say nothing of it, so that the same likes are the same bytes.
 *
 * @param upTo the last event that was heard
 * @param people whose likes it was trained from, in number; who they are is written nowhere
 * @param likes of theirs
 * @param items of content among these
 * @param erased people who had been erased by then
 * @param excluded people who were there, and whom it was not trained from: they do not allow it, ask to leave, or like nothing
 */
public record Lineage(
        LogPosition upTo, int people, long likes, int items, int erased, int excluded, Hyperparameters settings) {}
