package com.videowindow.patina.projections.store;

/** Elasticsearch will not take a document, however often it is tried: a defect of ours. Names no personal value. */
public final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DocumentRefused(String index, String type) {
        super("Elasticsearch refused a document of " + index + ": " + type);
    }
}
