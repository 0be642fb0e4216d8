package com.videowindow.patina.projections.part;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartProgress;
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
import com.videowindow.patina.query.part.PartBook;
import com.videowindow.patina.query.part.PartPage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each erasure of a part, with how it stands. */
@Component
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class PartRecords implements ReadModel<PartProgress>, PartBook {
    private static final String NAME = "parts";

    private final Documents<PartProgress> documents;
    private final NewestFirst<PartProgress> newestFirst;

    PartRecords(ReadSide readSide) {
        this.documents = new Documents<>(readSide, PartProgress.class);
        this.newestFirst = new NewestFirst<>(readSide, NAME, PartProgress.class, "requested");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PartProgress> body() {
        return PartProgress.class;
    }

    /** It names a random subject, and places in the log; nothing that stood there. */
    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return PartEvent.class.isAssignableFrom(event);
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return event instanceof PartEvent step ? step.erasure().toString() : null;
    }

    @Override
    public @Nullable PartProgress apply(@Nullable PartProgress body, DomainEvent event, LogPosition position) {
        return PartProgress.after(body, (PartEvent) event);
    }

    @Override
    public void written(String key, Document<PartProgress> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public Optional<PartProgress> find(ErasureId erasure) {
        return documents.find(NAME, erasure.toString()).flatMap(document -> Optional.ofNullable(document.body()));
    }

    @Override
    public PartPage page(@Nullable ErasureState state, @Nullable String cursor, int limit) {
        Query chosen = state == null
                ? Query.of(query -> query.matchAll(all -> all))
                : Query.of(query -> query.term(term -> term.field("body.state").value(stored(state))));
        NewestFirst.Page<PartProgress> page = newestFirst.page(chosen, cursor, limit);
        return new PartPage(page.facts(), page.next());
    }

    private static String stored(ErasureState state) {
        return PatinaJson.mapper().convertValue(state, String.class);
    }
}
