package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRules.Boost;
import com.videowindow.patina.domain.catalog.EditorialRules.Cap;
import com.videowindow.patina.domain.catalog.EditorialRules.Pin;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.learning.ranking.Above;
import com.videowindow.patina.learning.ranking.House;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The editors' rules that hold for one list: by the catalogue that it is made of, its surface and its time, and by nothing else. They
 * choose among what may be offered; whatever is not offered to somebody is not offered by a rule either.
 *
 * <p>Cost: the postings of the facets that rules name.
 */
final class RulesInForce implements House {
    static final RulesInForce NONE = new RulesInForce(CatalogSnapshot.EMPTY, Surface.FEED, Instant.EPOCH);

    private final CatalogSnapshot catalog;
    private final Map<Integer, Double> boosts = new HashMap<>();
    private final Map<Integer, Integer> pins = new HashMap<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private final BitSet sponsored = new BitSet();
    private final List<Cap> caps;
    private final double sponsoredShare;

    RulesInForce(CatalogSnapshot catalog, Surface surface, Instant now) {
        this.catalog = catalog;
        EditorialRules rules = catalog.rules();
        Double share = rules.sponsoredShare();
        this.sponsoredShare = share == null ? 1 : share;
        this.caps = rules.caps().stream().filter(cap -> cap.term().covers(now)).toList();
        rules.boosts().stream().filter(boost -> boost.term().covers(now)).forEach(this::take);
        rules.pins().stream()
                .filter(pin -> pin.surface() == surface && pin.term().covers(now))
                .forEach(this::take);
    }

    private void take(Boost boost) {
        int[] about = boost.content() == null ? having(boost.facet()) : new int[] {catalog.numberOf(boost.content())};
        for (int content : about) {
            if (content >= 0) {
                boosts.merge(content, boost.delta(), Double::sum);
                mark(content, boost.sponsored());
            }
        }
    }

    private int[] having(@Nullable Facet facet) {
        int number = facet == null ? -1 : catalog.numberOf(facet);
        return number < 0 ? new int[0] : catalog.having(number);
    }

    private void take(Pin pin) {
        int content = catalog.numberOf(pin.content());
        if (content >= 0) {
            pins.put(pin.place(), content);
            places.put(content, pin.place());
            mark(content, pin.sponsored());
        }
    }

    private void mark(int content, boolean isSponsored) {
        if (isSponsored) {
            sponsored.set(content);
        }
    }

    boolean hasBoosts() {
        return !boosts.isEmpty();
    }

    /** -1 to 1; 0 where no rule says anything of it. */
    double boost(int content) {
        return boosts.isEmpty() ? 0 : Math.clamp(boosts.getOrDefault(content, 0.0), -1, 1);
    }

    /** Whether somebody pays for that it is shown. */
    boolean isSponsored(int content) {
        return sponsored.get(content);
    }

    /** All that has a place. */
    int[] pinned() {
        return pins.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    @Override
    public boolean decides() {
        return !pins.isEmpty() || !caps.isEmpty() || (sponsoredShare < 1 && !sponsored.isEmpty());
    }

    @Override
    public int pinned(int place) {
        return pins.getOrDefault(place, Above.GONE);
    }

    @Override
    public boolean isKept(int content, int place) {
        return places.getOrDefault(content, 0) > place;
    }

    @Override
    public boolean isFull(int content, Above above) {
        return isTooMuchPaid(content, above) || caps.stream().anyMatch(cap -> isFull(cap, content, above));
    }

    private boolean isTooMuchPaid(int content, Above above) {
        return sponsoredShare < 1
                && sponsored.get(content)
                && above.count(above.place(), sponsored::get) + 1 > sponsoredShare * above.place();
    }

    private boolean isFull(Cap cap, int content, Above above) {
        for (int facet : catalog.facetsOf(content)) {
            if (isMeant(cap, catalog.facet(facet))) {
                IntPredicate alike = other -> Arrays.binarySearch(catalog.facetsOf(other), facet) >= 0;
                if (above.count(cap.within() - 1, alike) >= cap.most()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMeant(Cap cap, Facet facet) {
        FacetKind each = cap.each();
        return each == null ? facet.equals(cap.facet()) : facet.kind() == each;
    }
}
