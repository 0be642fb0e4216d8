package com.videowindow.patina.projections.interaction;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.projections.runner.Facts;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.commerce.ShownSale;
import com.videowindow.patina.query.interaction.Circumstances;
import com.videowindow.patina.query.interaction.Histories;
import com.videowindow.patina.query.interaction.InteractionPage;
import com.videowindow.patina.query.interaction.PastInteraction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each thing that a person did; figures are aggregated when they are asked for. */
@Component
@Processing(purposes = ProcessingPurpose.PERSONALIZATION, basis = LawfulBasis.CONSENT)
final class InteractionFacts extends Facts<InteractionRecorded> implements Histories {
    private static final String NAME = "interactions";

    private final NewestFirst<InteractionRecorded> newestFirst;
    private final Catalog catalog;
    private final OpenParts parts;

    InteractionFacts(ReadSide readSide, Catalog catalog, OpenParts parts) {
        super(NAME, InteractionRecorded.class);
        this.newestFirst = new NewestFirst<>(readSide, NAME, InteractionRecorded.class);
        this.catalog = catalog;
        this.parts = parts;
    }

    @Override
    public void written(String key, Document<InteractionRecorded> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public InteractionPage page(SubjectId subject, @Nullable String cursor, int limit) {
        NewestFirst.Page<InteractionRecorded> page = newestFirst.page(subject, parts.hidden(subject), cursor, limit);
        return new InteractionPage(page.documents().stream().map(this::past).toList(), page.next());
    }

    private PastInteraction past(Document<InteractionRecorded> document) {
        InteractionRecorded fact = NewestFirst.body(document);
        ContentId content = fact.content();
        String title = content == null
                ? null
                : catalog.content(content)
                        .map(known -> known.description().title())
                        .orElse(null);
        Engagement depth = fact.engagement();
        Sale sale = fact.sale();
        return new PastInteraction(
                new LogPosition(document.position()),
                fact.kind(),
                content,
                title,
                fact.at(),
                depth.equals(Engagement.NONE) ? null : depth,
                Circumstances.of(fact.session(), fact.context()),
                sale == null ? null : ShownSale.of(sale.lines(), sale.total()));
    }
}
