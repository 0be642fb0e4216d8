package com.videowindow.patina.api.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRules.Boost;
import com.videowindow.patina.domain.catalog.EditorialRules.Cap;
import com.videowindow.patina.domain.catalog.EditorialRules.Pin;
import com.videowindow.patina.domain.catalog.Term;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Surface;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules as editors write them. Each list must be given, so that nothing said is not taken for nothing decided.
 *
 * @param sponsoredShare the most of any beginning of a list that may be sponsored, from 0 to 1; absent where that is not bounded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RulesBody(
        @Nullable List<BoostBody> boosts,
        @Nullable List<PinBody> pins,
        @Nullable List<CapBody> caps,
        @Nullable Double sponsoredShare) {

    /** @param facet such as technique:dovetail or creator:maple-and-oak */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BoostBody(
            @Nullable ContentId content,
            @Nullable Facet facet,
            double delta,
            @Nullable Boolean sponsored,
            @Nullable Instant from,
            @Nullable Instant until) {
        Boost checked() {
            return new Boost(content, facet, delta, Boolean.TRUE.equals(sponsored), new Term(from, until));
        }

        static BoostBody of(Boost boost) {
            return new BoostBody(
                    boost.content(),
                    boost.facet(),
                    boost.delta(),
                    boost.sponsored(),
                    boost.term().from(),
                    boost.term().until());
        }
    }

    /** @param place from 1, over all pages */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PinBody(
            ContentId content,
            Surface surface,
            int place,
            @Nullable Boolean sponsored,
            @Nullable Instant from,
            @Nullable Instant until) {
        Pin checked() {
            return new Pin(content, surface, place, Boolean.TRUE.equals(sponsored), new Term(from, until));
        }

        static PinBody of(Pin pin) {
            return new PinBody(
                    pin.content(),
                    pin.surface(),
                    pin.place(),
                    pin.sponsored(),
                    pin.term().from(),
                    pin.term().until());
        }
    }

    /** @param each a kind of facets, such as creator: at most so many of any one of them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CapBody(
            @Nullable FacetKind each,
            @Nullable Facet facet,
            int most,
            @Nullable Integer places,
            @Nullable Instant from,
            @Nullable Instant until) {
        Cap checked() {
            return new Cap(each, facet, most, places, new Term(from, until));
        }

        static CapBody of(Cap cap) {
            return new CapBody(
                    cap.each(),
                    cap.facet(),
                    cap.most(),
                    cap.places(),
                    cap.term().from(),
                    cap.term().until());
        }
    }

    EditorialRules checked() {
        List<Boost> lifted = each("boosts", boosts, EditorialRules.MOST_BOOSTS, BoostBody::checked);
        List<Pin> placed = each("pins", pins, EditorialRules.MOST_PINS, PinBody::checked);
        List<Cap> bounded = each("caps", caps, EditorialRules.MOST_CAPS, CapBody::checked);
        for (int i = 0; i < placed.size(); i++) {
            int rival = EditorialRules.rivalOf(placed, i);
            if (rival >= 0) {
                throw Unacceptable.field(
                        "pins[" + i + "]",
                        "wants the same place, or the same content elsewhere, when pins[" + rival + "] does");
            }
        }
        return ItemBody.within(() -> new EditorialRules(lifted, placed, bounded, sponsoredShare));
    }

    private static <T, R> List<R> each(String field, @Nullable List<T> told, int most, Function<T, R> checked) {
        if (told == null) {
            throw Unacceptable.field(field, "must be given; none takes them away");
        }
        if (told.size() > most) {
            throw Unacceptable.field(field, "must have at most " + most + " entries");
        }
        List<R> all = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            T one = told.get(i);
            all.add(within(field + "[" + i + "]", () -> checked.apply(one)));
        }
        return all;
    }

    /** The domain names what is out of bounds first. */
    private static <R> R within(String path, Supplier<R> bounds) {
        try {
            return bounds.get();
        } catch (IllegalArgumentException outside) {
            String[] said = String.valueOf(outside.getMessage()).split(" ", 2);
            throw Unacceptable.field(path + "." + said[0], said[said.length - 1]);
        }
    }

    static RulesBody of(EditorialRules rules) {
        return new RulesBody(
                rules.boosts().stream().map(BoostBody::of).toList(),
                rules.pins().stream().map(PinBody::of).toList(),
                rules.caps().stream().map(CapBody::of).toList(),
                rules.sponsoredShare());
    }
}
