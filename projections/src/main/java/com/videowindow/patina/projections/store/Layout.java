package com.videowindow.patina.projections.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * How an index is laid out, and a hash of that, which the index says of itself, so that one that another version of the
 * program made is known: what a field is cannot be changed where it stands.
 */
record Layout(JsonNode json, String hash) {
    static final String META = "layout";
    static final String SHARDS = "1";

    private static final int DIGITS = 16;

    static Layout of(String alias) {
        try (InputStream layout = Layout.class.getResourceAsStream("/read-models/" + alias + ".json")) {
            if (layout == null) {
                throw new IllegalArgumentException("There is no layout for " + alias);
            }
            return of(PatinaJson.mapper().readTree(layout));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the layout of " + alias, e);
        }
    }

    static Layout of(JsonNode json) {
        byte[] made = (SHARDS + " shards " + json).getBytes(StandardCharsets.UTF_8);
        return new Layout(json, Sha256.hex(made).substring(0, DIGITS));
    }

    /** As it is made, with the hash in it. */
    Reader marked() {
        ObjectNode marked = json.deepCopy();
        marked.withObject("/mappings/_meta").put(META, hash);
        return new StringReader(marked.toString());
    }
}
