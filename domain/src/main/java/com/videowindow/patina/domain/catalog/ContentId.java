package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;

/** One video, article or other piece of content. */
public record ContentId(String value) implements Comparable<ContentId> {
    public ContentId {
        Check.identifier("contentId", value, 64);
    }

    /** The name of its stream in the log. */
    public String stream() {
        return "content/" + value;
    }

    @Override
    public int compareTo(ContentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
