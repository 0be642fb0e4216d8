package com.videowindow.patina.projections.feedback;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.projections.runner.Facts;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.feedback.FeedbackHistories;
import com.videowindow.patina.query.feedback.FeedbackPage;
import com.videowindow.patina.query.feedback.GivenFeedback;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each judgement. */
@Component
@Processing(purposes = ProcessingPurpose.PERSONALIZATION, basis = LawfulBasis.CONSENT)
final class FeedbackFacts extends Facts<FeedbackGiven> implements FeedbackHistories {
    private static final String NAME = "feedback";

    private final NewestFirst<FeedbackGiven> newestFirst;
    private final OpenParts parts;

    FeedbackFacts(ReadSide readSide, OpenParts parts) {
        super(NAME, FeedbackGiven.class);
        this.parts = parts;
        this.newestFirst = new NewestFirst<>(readSide, NAME, FeedbackGiven.class);
    }

    @Override
    public void written(String key, Document<FeedbackGiven> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public FeedbackPage page(SubjectId subject, @Nullable String cursor, int limit) {
        NewestFirst.Page<FeedbackGiven> page = newestFirst.page(subject, parts.hidden(subject), cursor, limit);
        return new FeedbackPage(
                page.documents().stream().map(FeedbackFacts::given).toList(), page.next());
    }

    private static GivenFeedback given(Document<FeedbackGiven> document) {
        FeedbackGiven fact = NewestFirst.body(document);
        return new GivenFeedback(
                new LogPosition(document.position()),
                fact.content(),
                fact.type(),
                fact.value(),
                fact.text(),
                fact.at());
    }
}
