package com.videowindow.patina.domain.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Where the bytes of models are kept, for all nodes, each under the SHA-256 of them: so what is read is what was stored, or
 * refused. Holds nothing of anybody.
 *
 * <p>All of it throws {@link com.videowindow.patina.domain.audit.LogUnavailable} while the store does not answer.
 */
public interface ModelStore {

    /** Writes the same bytes each time. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    record Stored(ModelVersion version, long bytes) {}

    /** Stores it, durable before it answers; what is there already is left as it is. */
    Stored put(Content content) throws IOException;

    /**
     * Reads one from its beginning; absent where it is not there. Throws {@link AlteredModel} before the first byte of a piece
     * that was altered, and before the last piece where the whole is not what its name says.
     */
    Optional<InputStream> open(ModelVersion version);

    /** Those that are there, or partly. */
    Set<ModelVersion> all();

    /** Done twice it changes nothing. */
    void delete(ModelVersion version);
}
