package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.learning.extraction.Extracted;
import com.videowindow.patina.learning.extraction.FacetExtractor;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reading facets from words is worth: lists by interest where techniques, materials and levels of every second work are
 * unknown, where they were read at a confidence of {@value #SURE_ENOUGH}, and where all are known.
 *
 * @param known nDCG@10 by the truth with all facets known, against unknown
 * @param read the same with what was read, against unknown
 */
public record WorthOfReading(int people, Compared known, Compared read) {
    private static final double SURE_ENOUGH = 0.5;

    public static WorthOfReading of(Market market, int day) {
        List<Asked> people = Asked.all(market, day);
        List<Content> known = market.works().stream().map(Work::content).toList();
        List<Content> unknown = market.works().stream()
                .map(work -> work.number() % 2 == 0 ? work.content() : with(work.content(), List.of(), List.of(), null))
                .toList();
        FacetExtractor extractor = FacetExtractor.of(unknown);
        List<Content> read =
                unknown.stream().map(content -> read(content, extractor)).toList();
        double[] without = judged(market, people, unknown);
        return new WorthOfReading(
                people.size(),
                Compared.of(judged(market, people, known), without, 1),
                Compared.of(judged(market, people, read), without, 2));
    }

    private static Content read(Content content, FacetExtractor extractor) {
        List<Facet> sure = extractor.read(content).stream()
                .filter(one -> one.confidence() >= SURE_ENOUGH)
                .map(Extracted::facet)
                .toList();
        Description told = content.description();
        return told.techniques().isEmpty()
                ? with(
                        content,
                        values(sure, FacetKind.TECHNIQUE),
                        values(sure, FacetKind.MATERIAL),
                        values(sure, FacetKind.SKILL).stream()
                                .findFirst()
                                .flatMap(SkillLevel::named)
                                .orElse(null))
                : content;
    }

    private static List<String> values(List<Facet> facets, FacetKind kind) {
        return facets.stream()
                .filter(facet -> facet.kind() == kind)
                .map(Facet::value)
                .limit(12)
                .toList();
    }

    private static Content with(
            Content content, List<String> techniques, List<String> materials, @Nullable SkillLevel skill) {
        Description told = content.description();
        Description other = new Description(
                told.title(),
                told.summary(),
                told.thumbnail(),
                told.creator(),
                told.category(),
                told.subcategory(),
                told.alsoIn(),
                techniques,
                materials,
                skill,
                told.tags(),
                told.language());
        return new Content(
                content.id(), other, content.transcript(), content.duration(), content.publishedAt(), List.of());
    }

    private static double[] judged(Market market, List<Asked> people, List<Content> catalogue) {
        PreferenceModel model = new PreferenceModel();
        FacetInterest interest = new FacetInterest(catalogue, model);
        List<Facets> facets = catalogue.stream()
                .map(content -> content.description().facets())
                .toList();
        return people.parallelStream()
                .mapToDouble(asked -> asked.byTruth(interest.scores(
                        model.applyAll(
                                null,
                                asked.before.stream()
                                        .map(deed -> seenAs(deed, market, facets))
                                        .toList()),
                        asked.cut,
                        Set.of())))
                .toArray();
    }

    /** The deed as it would have been stored with what this catalogue says. */
    private static InteractionRecorded seenAs(InteractionRecorded deed, Market market, List<Facets> facets) {
        if (deed.content() == null) {
            return deed;
        }
        int work = market.work(deed.content()).orElseThrow().number();
        return new InteractionRecorded(
                deed.subject(),
                deed.message(),
                deed.session(),
                deed.kind(),
                deed.content(),
                facets.get(work),
                deed.engagement(),
                deed.context(),
                deed.sale(),
                deed.at(),
                deed.receivedAt());
    }
}
