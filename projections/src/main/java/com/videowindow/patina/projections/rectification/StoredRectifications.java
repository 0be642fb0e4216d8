package com.videowindow.patina.projections.rectification;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.projections.runner.Facts;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.rectification.RectificationPage;
import com.videowindow.patina.query.rectification.Rectifications;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each statement. */
@Component
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class StoredRectifications extends Facts<RectificationAsked> implements Rectifications {
    private static final String NAME = "rectifications";

    private final NewestFirst<RectificationAsked> newestFirst;

    StoredRectifications(ReadSide readSide) {
        super(NAME, RectificationAsked.class);
        this.newestFirst = new NewestFirst<>(readSide, NAME, RectificationAsked.class);
    }

    @Override
    public void written(String key, Document<RectificationAsked> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public RectificationPage page(SubjectId subject, @Nullable String cursor, int limit) {
        NewestFirst.Page<RectificationAsked> page = newestFirst.page(subject, cursor, limit);
        return new RectificationPage(page.facts(), page.next());
    }
}
