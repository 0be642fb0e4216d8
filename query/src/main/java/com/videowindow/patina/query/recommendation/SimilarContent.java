package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Contribution;
import java.util.List;

/**
 * What is like one piece of content, best first.
 *
 * @param model of what everybody together teaches
 */
public record SimilarContent(ContentId contentId, ModelVersion model, List<Item> items) {

    /**
     * @param score 0 to 1; the contributions add up to it
     * @param shared the facets that both have
     */
    public record Item(
            ContentId contentId,
            String title,
            int rank,
            double score,
            List<Contribution> contributions,
            List<Facet> shared) {}
}
