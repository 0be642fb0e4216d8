package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.interest.OwnEvents;
import com.videowindow.patina.query.interest.ProfileFolding;
import com.videowindow.patina.query.recommendation.Counterfactuals.Without;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Tells what a list would be without what its reasons rest on, by really making it without. */
@Component
final class CounterfactualQueries {
    private final Trails trails;
    private final OwnEvents events;
    private final ProfileFolding profiles;
    private final Shelves shelves;
    private final Wording wording;

    CounterfactualQueries(Trails trails, OwnEvents events, ProfileFolding profiles, Shelves shelves, Wording wording) {
        this.trails = trails;
        this.events = events;
        this.profiles = profiles;
        this.shelves = shelves;
        this.wording = wording;
    }

    @QueryHandler
    Optional<Counterfactuals> handle(FindCounterfactuals question) {
        Shelf shelf = shelves.now();
        int number = shelf.catalog().numberOf(question.content());
        return number < 0
                ? Optional.empty()
                : list(question).flatMap(list -> list.items().stream()
                        .filter(item -> item.content().equals(question.content()))
                        .findFirst()
                        .map(item -> told(question, list, item, shelf, number)));
    }

    private Optional<RecommendationsServed> list(FindCounterfactuals question) {
        return Optional.ofNullable(question.list()).or(() -> trails.find(question.subject(), question.recommendation())
                .filter(list -> list.subject().equals(question.subject())));
    }

    private Counterfactuals told(
            FindCounterfactuals question, RecommendationsServed list, ServedItem item, Shelf shelf, int number) {
        boolean personal = list.fallback() == null;
        Retrying retrying = new Retrying(
                list,
                shelf,
                profiles,
                personal ? events.whole(list.subject(), list.asOf()) : Collections.emptySortedMap());
        List<Without> without = item.reasons().stream()
                .filter(Evidence::isPersonal)
                .map(reason -> {
                    Retrying.Retried less = retrying.without(reason, number, item.content());
                    return new Without(
                            wording.worded(reason, question.language()),
                            less.removed(),
                            less.place(),
                            less.loss(),
                            less.instead());
                })
                .toList();
        String title = shelf.catalog().content(number).description().title();
        return new Counterfactuals(
                item.content(), title, retrying.isAsServed(), retrying.place(number, item.content()), without);
    }
}
