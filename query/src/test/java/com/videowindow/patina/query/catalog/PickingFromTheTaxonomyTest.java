package com.videowindow.patina.query.catalog;

import static com.videowindow.patina.query.Video.video;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.query.Workshop;
import com.videowindow.patina.query.catalog.Taxonomy.Entry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PickingFromTheTaxonomyTest {
    private final Workshop workshop = new Workshop()
            .shows(
                    video("soap", "home", "lye").content(),
                    video("chest", "woodwork", "dovetail")
                            .level(SkillLevel.BEGINNER)
                            .content(),
                    video("stool", "woodwork", "dovetail").content(),
                    video("spoon", "woodwork", "carving").content())
            .retires("spoon");
    private static final PastCatalog NO_PAST = new PastCatalog() {
        @Override
        public Optional<PastContent> content(ContentId id, LogPosition position) {
            return Optional.empty();
        }

        @Override
        public Optional<PastProduct> product(ProductId id, LogPosition position) {
            return Optional.empty();
        }
    };

    private final CatalogQueries queries = new CatalogQueries(workshop, NO_PAST);

    @Test
    void values_are_counted_over_what_is_shown_most_first() {
        Taxonomy taxonomy = queries.handle(new FindTaxonomy());

        assertThat(taxonomy.categories()).containsExactly(new Entry("woodwork", 2), new Entry("home", 1));
        assertThat(taxonomy.techniques()).containsExactly(new Entry("dovetail", 2), new Entry("lye", 1));
        assertThat(taxonomy.skills()).containsExactly(new Entry("beginner", 1));
        assertThat(taxonomy.creators()).hasSize(3);
    }

    @Test
    void retired_content_can_still_be_looked_at() {
        assertThat(queries.handle(new FindContent(new ContentId("spoon")))).isPresent();
        assertThat(queries.handle(new FindContent(new ContentId("fork")))).isEmpty();
    }
}
