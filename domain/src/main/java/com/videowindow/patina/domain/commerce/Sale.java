package com.videowindow.patina.domain.commerce;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.interest.Facets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody bought or put into the cart.
 *
 * @param facets of the products as they were then; the video that it was bought from may be about something else
 */
public record Sale(List<OrderLine> lines, @Nullable Money total, Facets facets) {
    public Sale {
        lines = Check.atMost("lines", 200, lines);
    }
}
