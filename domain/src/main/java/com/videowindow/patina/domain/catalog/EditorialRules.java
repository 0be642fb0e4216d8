package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Surface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What editors decided about lists, whoever they are for. Rules choose among what may be offered to somebody and add nothing to it.
 *
 * @param sponsoredShare the most of any beginning of a list that may be sponsored; absent where that is not bounded
 */
public record EditorialRules(
        List<Boost> boosts,
        List<Pin> pins,
        List<Cap> caps,
        @Nullable Double sponsoredShare) {
    public static final EditorialRules NONE = new EditorialRules(List.of(), List.of(), List.of(), null);

    public static final int MOST_BOOSTS = 100;
    public static final int MOST_PINS = 50;
    public static final int MOST_CAPS = 20;

    /** Further down nobody looks. */
    public static final int LAST_PLACE = 50;

    /** As long as a list with all its pages can be. */
    public static final int LONGEST = 1_000;

    public EditorialRules {
        boosts = Check.atMost("boosts", MOST_BOOSTS, boosts);
        pins = Check.atMost("pins", MOST_PINS, pins);
        caps = Check.atMost("caps", MOST_CAPS, caps);
        if (sponsoredShare != null) {
            Check.range("sponsoredShare", sponsoredShare, 0, 1);
        }
        for (int i = 0; i < pins.size(); i++) {
            if (rivalOf(pins, i) >= 0) {
                throw new IllegalArgumentException(
                        "pins must not want the same place, or two places, at the same time");
            }
        }
    }

    /** The first pin before this that wants the same place, or another place for the same content, at the same time; -1 where there is none. */
    public static int rivalOf(List<Pin> pins, int number) {
        Pin pin = pins.get(number);
        for (int i = 0; i < number; i++) {
            if (pins.get(i).isAgainst(pin)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Content stands higher, or lower.
     *
     * @param content absent where a facet is told, which may be a creator's
     * @param delta what is added to each score, from -1 to 1 and not 0; all that is added to one score together is too
     * @param sponsored whether somebody pays for it
     */
    public record Boost(
            @Nullable ContentId content, @Nullable Facet facet, double delta, boolean sponsored, Term term) {
        public Boost {
            if ((content == null) == (facet == null)) {
                throw new IllegalArgumentException("content must be given, or else facet, and not both");
            }
            Check.range("delta", delta, -1, 1);
            if (delta == 0 || (sponsored && delta < 0)) {
                throw new IllegalArgumentException("delta must not be 0, and above 0 where it is sponsored");
            }
        }
    }

    /**
     * Content stands at a place.
     *
     * @param place from 1, on all pages together
     * @param sponsored whether somebody pays for it
     */
    public record Pin(ContentId content, Surface surface, int place, boolean sponsored, Term term) {
        public Pin {
            Check.range("place", place, 1, LAST_PLACE);
        }

        private boolean isAgainst(Pin other) {
            boolean same = place == other.place || content.equals(other.content);
            return same && surface == other.surface && term.meets(other.term);
        }
    }

    /**
     * Not more than so many stand together.
     *
     * @param each at most so many of any one facet of this kind; absent where one facet is told
     * @param facet at most so many of this one
     * @param places in so many places that follow one another; absent for the whole list
     */
    public record Cap(
            @Nullable FacetKind each,
            @Nullable Facet facet,
            int most,
            @Nullable Integer places,
            Term term) {
        public Cap {
            if ((each == null) == (facet == null)) {
                throw new IllegalArgumentException("each must be given, or else facet, and not both");
            }
            Check.range("places", places == null ? LONGEST : places, 1, LONGEST);
            Check.range("most", most, each == null ? 0 : 1, LONGEST);
        }

        /** In how many places that follow one another. */
        public int within() {
            return places == null ? LONGEST : places;
        }
    }
}
