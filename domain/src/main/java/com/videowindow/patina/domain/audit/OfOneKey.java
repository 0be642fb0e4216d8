package com.videowindow.patina.domain.audit;

/** Whoever chooses among dead letters and means those of one key: all others need not be read to find that out. */
public interface OfOneKey {
    String sequence();
}
