package com.videowindow.patina.learning.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import com.videowindow.patina.learning.simulation.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Of every second work of a simulated catalogue, none that weights were tried on, facets are hidden and read from how it is told of. */
class ReadingTheMarketTest {
    private static final double SURE_ENOUGH = 0.5;
    private static final List<Work> WORKS = Market.of(Scenario.of(1, 200, 3)).works();
    private static final List<Content> HIDDEN = WORKS.stream()
            .filter(work -> work.number() % 2 == 1)
            .map(Work::content)
            .toList();
    private static final FacetExtractor EXTRACTOR = FacetExtractor.of(WORKS.stream()
            .map(work -> work.number() % 2 == 1 ? bare(work.content()) : work.content())
            .toList());

    /** What was read of one work, and whether it is so. */
    private record Read(Extracted extracted, boolean right) {}

    private static Content bare(Content content) {
        Description told = content.description();
        Description bare = new Description(
                told.title(),
                told.summary(),
                null,
                told.creator(),
                told.category(),
                told.subcategory(),
                List.of(),
                List.of(),
                List.of(),
                null,
                told.tags(),
                told.language());
        return new Content(content.id(), bare, content.transcript(), null, content.publishedAt(), List.of());
    }

    private static List<Read> read(Predicate<Extracted> which) {
        List<Read> all = new ArrayList<>();
        for (Content content : HIDDEN) {
            List<Facet> truth = content.description().facets().values();
            EXTRACTOR.read(bare(content)).stream()
                    .filter(which)
                    .forEach(one -> all.add(new Read(one, truth.contains(one.facet()))));
        }
        return all;
    }

    private static double precision(List<Read> read) {
        return (double) read.stream().filter(Read::right).count() / read.size();
    }

    private static double recall(FacetKind kind, List<Read> read) {
        long all = HIDDEN.stream()
                .flatMap(content -> content.description().facets().values().stream())
                .filter(facet -> facet.kind() == kind)
                .count();
        return (double) read.stream().filter(Read::right).count() / all;
    }

    private static List<Read> sure(FacetKind kind) {
        return read(one -> one.facet().kind() == kind && one.confidence() >= SURE_ENOUGH);
    }

    @Test
    void techniques_and_materials_are_found_and_few_that_are_not_there() {
        for (FacetKind kind : List.of(FacetKind.TECHNIQUE, FacetKind.MATERIAL)) {
            List<Read> read = sure(kind);
            System.out.printf("%s precision %.3f recall %.3f%n", kind, precision(read), recall(kind, read));
            assertThat(precision(read)).as("precision of %s", kind).isGreaterThan(0.95);
            assertThat(recall(kind, read)).as("recall of %s", kind).isGreaterThan(0.93);
        }
    }

    /** Of a third of the works the level is not said at all, or in words that no dictionary has. */
    @Test
    void levels_are_found_where_they_are_said_plainly() {
        List<Read> read = sure(FacetKind.SKILL);
        System.out.printf("SKILL precision %.3f recall %.3f%n", precision(read), recall(FacetKind.SKILL, read));
        assertThat(precision(read)).isGreaterThan(0.97);
        assertThat(recall(FacetKind.SKILL, read)).isGreaterThan(0.6);
    }

    @Test
    void confidence_says_how_often_it_is_right() {
        assertThat(precision(read(one -> one.confidence() >= 0.8))).isGreaterThan(0.99);
        assertThat(precision(read(one -> one.confidence() >= 0.4 && one.confidence() < 0.6)))
                .isBetween(0.4, 0.85);
        assertThat(precision(read(one -> one.confidence() < 0.3))).isLessThan(0.1);
    }
}
