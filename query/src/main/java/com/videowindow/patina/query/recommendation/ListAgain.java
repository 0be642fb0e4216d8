package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.audit.LogWalk.Header;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.interest.ProfileFolding;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Basis;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Candidates;
import com.videowindow.patina.query.recommendation.RecommendationAudit.InForce;
import com.videowindow.patina.query.recommendation.RecommendationAudit.InterestThen;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Lost;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Model;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Parameters;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Reading;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Used;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stored list, made again from what it rested on. */
final class ListAgain {
    private static final Lost RETIRED = new Lost(Basis.MODEL, Reading.MODEL_RETIRED, null, 1, null);

    private final RecommendationsServed list;
    private final RankingInputs inputs;
    private final Then then;
    private final CatalogSnapshot catalog;
    private final ListMaking.Wanted wanted;
    private final ListMaking making;
    private final Rung rung;
    private final BitSet eligible;
    private final List<Lost> lost;

    ListAgain(RecommendationsServed list, Then then, ProfileFolding profiles, Models models, Losses losses) {
        this.list = list;
        this.inputs = list.inputs();
        this.then = then;
        Optional<Models.Serving> model = Optional.ofNullable(inputs.model()).flatMap(models::find);
        Shelf shelf = then.shelf(model.orElse(null));
        catalog = shelf.catalog();
        wanted = ListMaking.wanted(list.id(), inputs, list.fallback() == null, list.at());
        ProfileState state = list.fallback() == Fallback.PROFILE_UNAVAILABLE
                ? null
                : profiles.fold(list.subject(), then.theirs(), list.asOf()).state();
        rung = Ladder.of(
                wanted.personal(),
                list.algorithm(),
                shelf,
                Segment.of(shelf, wanted.pool(), wanted.asked().filter()));
        making = new ListMaking(shelf, wanted, state);
        eligible = making.eligible();
        lost = Stream.of(
                        losses.ofPerson(Basis.PROFILE, then.unreadable(), list.at()),
                        losses.ofCrowd(then.missing(), then.unheard(), list.at()),
                        inputs.model() == null || model.isPresent() ? List.<Lost>of() : List.of(RETIRED))
                .flatMap(List::stream)
                .toList();
    }

    List<Lost> lost() {
        return lost;
    }

    Comparison compared(Predicate<ContentId> retired) {
        Comparison comparison = new Comparison(lost.stream().map(Lost::basis).collect(Collectors.toSet()));
        comparison.take("inputs.catalogue", inputs.catalogue(), catalog.position());
        comparison.take("inputs.eligible", inputs.eligible(), eligible.cardinality(), Basis.PROFILE);
        if (inputs.rung() != null) {
            comparison.take("inputs.rung", inputs.rung(), rung, Basis.PROFILE, Basis.CROWD, Basis.MODEL);
        }
        comparison.take(list, sameOrder(), making.best(eligible), retired);
        return comparison;
    }

    /** What was allowed then, and what the list says that it used. */
    void take(ConsentsThen consents, Comparison comparison) {
        List<Purpose> allowed =
                list.consents().stream().filter(consents::allowed).toList();
        comparison.take("consents", list.consents(), allowed);
        comparison.take("controls.non_profiling", false, consents.wasOn(Control.NON_PROFILING));
    }

    private Map<ContentId, ServedItem> sameOrder() {
        List<Integer> numbers = list.items().stream()
                .map(item -> catalog.numberOf(item.content()))
                .filter(number -> number >= 0)
                .toList();
        Map<ContentId, ServedItem> again = new HashMap<>();
        making.inOrder(numbers, eligible).forEach(item -> again.put(item.content(), item));
        return again;
    }

    InForce inForce(ConsentsThen consents) {
        return new InForce(
                list.at(),
                list.algorithm(),
                list.fallback(),
                list.surface(),
                list.asOf(),
                consents.consents(list.consents()),
                consents.controls(),
                used(),
                interests(),
                new Model(
                        list.model(), inputs.trained(), inputs.counted(), inputs.model(), then.people(), then.likes()),
                new Parameters(
                        inputs.weights(),
                        wanted.seed(),
                        inputs.limit(),
                        inputs.contents().size() + inputs.facets().size(),
                        inputs.asked(),
                        inputs.rung()),
                List.of(),
                new Candidates(
                        inputs.catalogue(),
                        catalog.size(),
                        inputs.eligible(),
                        eligible.cardinality(),
                        inputs.looked(),
                        inputs.neighbours()));
    }

    private List<Used> used() {
        Set<Header> unreadable = new HashSet<>(then.unreadable());
        Map<String, Used> kinds = new TreeMap<>();
        for (Header one : then.ofProfile()) {
            Used alone = new Used(one.type(), 1, unreadable.contains(one) ? 1 : 0, one.position(), one.position());
            kinds.merge(one.type(), alone, ListAgain::together);
        }
        return new ArrayList<>(kinds.values());
    }

    private static Used together(Used before, Used next) {
        return new Used(
                before.event(),
                before.count() + next.count(),
                before.unreadable() + next.unreadable(),
                before.first(),
                next.last());
    }

    private List<InterestThen> interests() {
        Set<Facet> facets = new TreeSet<>();
        list.items().stream()
                .mapToInt(item -> catalog.numberOf(item.content()))
                .filter(number -> number >= 0)
                .forEach(number -> {
                    for (int facet : catalog.facetsOf(number)) {
                        facets.add(catalog.facet(facet));
                    }
                });
        return facets.stream()
                .flatMap(facet -> making.taste().interest(facet).stream())
                .map(interest -> new InterestThen(
                        interest.facet(),
                        interest.score(),
                        interest.confidence(),
                        interest.evidence(),
                        interest.stated()))
                .toList();
    }
}
