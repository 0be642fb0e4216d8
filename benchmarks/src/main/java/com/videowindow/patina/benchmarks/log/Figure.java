package com.videowindow.patina.benchmarks.log;

/** What is measured of each contender. */
enum Figure {
    APPEND_SINGLE("append by 1", "events/s, 64 writers, one event a commit"),
    APPEND_LARGE("append by 20", "events/s, 64 writers, twenty events a commit"),
    LATENCY_P50("p50", "milliseconds to durable at 500 single appends/s offered, median"),
    LATENCY_P99("p99", "the same, 99th percentile"),
    OPEN("open", "milliseconds to open it with all that, after a clean close"),
    REPLAY("replay", "events/s read from the start, after a fresh opening"),
    LOAD_TOGETHER("load", "milliseconds to load 50 events stored in commits of 20, median"),
    LOAD_SCATTERED("scattered", "milliseconds to load 50 events stored one by one among 64 writers', median"),
    BYTES("bytes", "bytes on the disk per event, closed");

    final String heading;
    final String meaning;

    Figure(String heading, String meaning) {
        this.heading = heading;
        this.meaning = meaning;
    }
}
