package com.videowindow.patina.domain.report;

/** Writes down what this node counted. */
public interface FigureKeeping {

    /** All that was counted by now is in the log when this returns. */
    void keep();
}
