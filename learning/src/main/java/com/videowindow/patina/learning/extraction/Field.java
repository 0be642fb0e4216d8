package com.videowindow.patina.learning.extraction;

import com.videowindow.patina.domain.catalog.Content;
import java.util.ArrayList;
import java.util.List;

/** Where something is said of content; what stands in a title is meant, what is spoken may be said by the way. */
public enum Field {
    TITLE(2),
    TAGS(2),
    DESCRIPTION(1.2),
    TRANSCRIPT(0.8);

    private final double weight;

    Field(double weight) {
        this.weight = weight;
    }

    public double weight() {
        return weight;
    }

    /** Its sentences, words in one form; each tag is one. */
    public List<List<String>> of(Content content, boolean english) {
        List<List<String>> sentences = new ArrayList<>();
        for (String text : texts(content)) {
            sentences.addAll(Sentences.of(text, english));
        }
        return sentences;
    }

    private List<String> texts(Content content) {
        String summary = content.description().summary();
        String spoken = content.transcript();
        return switch (this) {
            case TITLE -> List.of(content.description().title());
            case TAGS -> content.description().tags();
            case DESCRIPTION -> summary == null ? List.of() : List.of(summary);
            case TRANSCRIPT -> spoken == null ? List.of() : List.of(spoken);
        };
    }
}
