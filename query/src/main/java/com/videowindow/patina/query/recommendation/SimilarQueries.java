package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * Tells what is like a piece of content: what the same people like, relative to what goes with it best, and what it has in
 * common. Nobody's profile has a part in it.
 *
 * <p>Cost: one pass over the catalogue.
 */
@Component
final class SimilarQueries {
    private final Shelves shelves;

    SimilarQueries(Shelves shelves) {
        this.shelves = shelves;
    }

    private record Scored(int content, double together, double likeness) {
        double score() {
            return together + likeness;
        }
    }

    @QueryHandler
    Optional<SimilarContent> handle(FindSimilar question) {
        Shelf shelf = shelves.now();
        int number = shelf.catalog().numberOf(question.content());
        return number < 0 ? Optional.empty() : Optional.of(similar(question, shelf, number));
    }

    private static SimilarContent similar(FindSimilar question, Shelf shelf, int number) {
        CatalogSnapshot catalog = shelf.catalog();
        Related related = Related.to(number, shelf);
        List<Scored> best = IntStream.range(0, catalog.size())
                .filter(other -> other != number)
                .filter(other -> catalog.publishedAt(other) <= question.now().getEpochSecond())
                .mapToObj(other -> new Scored(other, related.together(other), related.likeness(other)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::content))
                .limit(question.limit())
                .toList();
        ModelVersion trained = shelf.version();
        return new SimilarContent(
                question.content(),
                trained == null ? shelf.learned().version() : trained,
                IntStream.range(0, best.size())
                        .mapToObj(i -> item(catalog, number, i + 1, best.get(i)))
                        .toList());
    }

    private static SimilarContent.Item item(CatalogSnapshot catalog, int number, int rank, Scored scored) {
        List<Contribution> contributions = new ArrayList<>();
        if (scored.together() > 0) {
            contributions.add(new Contribution("together", scored.together()));
        }
        if (scored.likeness() > 0) {
            contributions.add(new Contribution("likeness", scored.likeness()));
        }
        Content content = catalog.content(scored.content());
        return new SimilarContent.Item(
                content.id(),
                content.description().title(),
                rank,
                scored.score(),
                contributions,
                shared(catalog, number, scored.content()));
    }

    private static List<Facet> shared(CatalogSnapshot catalog, int one, int other) {
        return Arrays.stream(catalog.facetsOf(one))
                .filter(facet -> Arrays.binarySearch(catalog.facetsOf(other), facet) >= 0)
                .mapToObj(catalog::facet)
                .toList();
    }
}
