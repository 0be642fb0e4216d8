package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an item is in the list, as data; the words are put in by language when it is read.
 *
 * @param kind the key of the text, for example {@code finished-with-technique}
 * @param facet the interest it rests on, when it does
 * @param because the content that is the evidence, the most telling first, at most 5
 * @param count how much evidence there is, of which {@code because} names some
 */
public record Reason(String kind, @Nullable Facet facet, List<ContentId> because, int count) {
    public Reason {
        because = Check.atMost("because", 5, because);
    }
}
