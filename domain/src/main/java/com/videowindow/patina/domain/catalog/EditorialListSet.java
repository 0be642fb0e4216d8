package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;
import java.util.List;

/**
 * Editors chose what stands first for people of whom nothing is known while nothing is popular yet. What is retired leaves the
 * list by itself, and is in it again once restored.
 *
 * @param contents the best first, each once, at most {@value #MOST}; none takes the list away
 */
@Processing(purposes = ProcessingPurpose.PUBLISHING, basis = LawfulBasis.CONTRACT, recipients = Recipient.EVERYBODY)
public record EditorialListSet(List<ContentId> contents, Instant at) implements CatalogEvent {
    public static final int MOST = 100;
    /** There is one list, so its stream is named once for all. */
    public static final String STREAM = "editorial/list";

    public EditorialListSet {
        contents = Check.atMost("contents", MOST, contents);
        if (contents.stream().distinct().count() < contents.size()) {
            throw new IllegalArgumentException("contents must name each content once");
        }
    }
}
