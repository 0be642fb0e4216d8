package com.videowindow.patina.projections.erasure;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
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
import com.videowindow.patina.query.erasure.ErasureBook;
import com.videowindow.patina.query.erasure.ErasurePage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document per erasure with how it stands. */
@Component
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class ErasureRecords implements ReadModel<ErasureProgress>, ErasureBook {
    private static final String NAME = "erasures";

    private final Documents<ErasureProgress> documents;
    private final NewestFirst<ErasureProgress> newestFirst;

    ErasureRecords(ReadSide readSide) {
        this.documents = new Documents<>(readSide, ErasureProgress.class);
        this.newestFirst = new NewestFirst<>(readSide, NAME, ErasureProgress.class, "requested");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ErasureProgress> body() {
        return ErasureProgress.class;
    }

    /** It names nobody but a random subject, to whom nothing leads any more. */
    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ErasureEvent.class.isAssignableFrom(event);
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return event instanceof ErasureEvent step ? step.erasure().toString() : null;
    }

    @Override
    public @Nullable ErasureProgress apply(@Nullable ErasureProgress body, DomainEvent event, LogPosition position) {
        return ErasureProgress.after(body, (ErasureEvent) event);
    }

    @Override
    public void written(String key, Document<ErasureProgress> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public Optional<ErasureProgress> find(ErasureId erasure) {
        return documents.find(NAME, erasure.toString()).flatMap(document -> Optional.ofNullable(document.body()));
    }

    @Override
    public ErasurePage page(@Nullable ErasureState state, @Nullable String cursor, int limit) {
        Query chosen = state == null
                ? Query.of(query -> query.matchAll(all -> all))
                : Query.of(query -> query.term(term -> term.field("body.state").value(stored(state))));
        NewestFirst.Page<ErasureProgress> page = newestFirst.page(chosen, cursor, limit);
        return new ErasurePage(page.facts(), page.next());
    }

    private static String stored(ErasureState state) {
        return PatinaJson.mapper().convertValue(state, String.class);
    }
}
