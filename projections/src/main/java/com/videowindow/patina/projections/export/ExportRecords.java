package com.videowindow.patina.projections.export;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.projections.runner.ReadModel;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.export.ExportBook;
import com.videowindow.patina.query.export.ExportPage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document per export with how it stands. */
@Component
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class ExportRecords implements ReadModel<ExportProgress>, ExportBook {
    private static final String NAME = "exports";

    private final Documents<ExportProgress> documents;
    private final NewestFirst<ExportProgress> newestFirst;

    ExportRecords(ReadSide readSide) {
        this.documents = new Documents<>(readSide, ExportProgress.class);
        this.newestFirst = new NewestFirst<>(readSide, NAME, ExportProgress.class, "requested");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ExportProgress> body() {
        return ExportProgress.class;
    }

    /** It names nobody but a random subject, to whom nothing leads once they left, and has no word of an archive. */
    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ExportEvent.class.isAssignableFrom(event);
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return event instanceof ExportEvent step ? step.export().toString() : null;
    }

    @Override
    public @Nullable ExportProgress apply(@Nullable ExportProgress body, DomainEvent event, LogPosition position) {
        return ExportProgress.after(body, (ExportEvent) event);
    }

    @Override
    public void written(String key, Document<ExportProgress> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public Optional<ExportProgress> find(ExportId export) {
        return documents.find(NAME, export.toString()).flatMap(document -> Optional.ofNullable(document.body()));
    }

    @Override
    public ExportPage page(
            @Nullable SubjectId subject, @Nullable ExportState state, @Nullable String cursor, int limit) {
        BoolQuery.Builder chosen = new BoolQuery.Builder();
        if (subject != null) {
            chosen.filter(term("body.subject", subject.toString()));
        }
        if (state != null) {
            chosen.filter(term("body.state", PatinaJson.mapper().convertValue(state, String.class)));
        }
        NewestFirst.Page<ExportProgress> page =
                newestFirst.page(Query.of(query -> query.bool(chosen.build())), cursor, limit);
        return new ExportPage(page.facts(), page.next());
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }
}
