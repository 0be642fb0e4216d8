package com.videowindow.patina.projections.request;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.DateRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.projections.runner.ReadModel;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.request.FindRequests;
import com.videowindow.patina.query.request.RequestBook;
import com.videowindow.patina.query.request.RequestPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document per request with how it stands, whichever capability's events say so. */
@Component
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class RequestRecords implements ReadModel<RequestProgress>, RequestBook {
    private static final String NAME = "requests";

    private final Documents<RequestProgress> documents;
    private final NewestFirst<RequestProgress> newestFirst;

    RequestRecords(ReadSide readSide) {
        this.documents = new Documents<>(readSide, RequestProgress.class);
        this.newestFirst = new NewestFirst<>(readSide, NAME, RequestProgress.class, "received");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RequestProgress> body() {
        return RequestProgress.class;
    }

    /** Laws want it kept for two years, also of those who left; it names nobody but a random subject. */
    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return RequestStep.class.isAssignableFrom(event);
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return event instanceof RequestStep step ? step.request().toString() : null;
    }

    @Override
    public @Nullable RequestProgress apply(@Nullable RequestProgress body, DomainEvent event, LogPosition position) {
        return RequestProgress.after(body, (RequestStep) event);
    }

    @Override
    public void written(String key, Document<RequestProgress> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public Optional<RequestProgress> find(RequestId request) {
        return documents.find(NAME, request.toString()).flatMap(document -> Optional.ofNullable(document.body()));
    }

    @Override
    public RequestPage page(FindRequests question) {
        List<Query> all = new ArrayList<>();
        is("subject", question.subject(), all);
        is("state", question.state(), all);
        is("kind", question.kind(), all);
        if (!question.manners().isEmpty()) {
            List<FieldValue> manners = question.manners().stream()
                    .map(manner -> FieldValue.of(stored(manner)))
                    .toList();
            all.add(Query.of(
                    query -> query.terms(terms -> terms.field("body.manner").terms(any -> any.value(manners)))));
        }
        within("due", null, question.due(), all);
        within("received", question.from(), question.to(), all);
        NewestFirst.Page<RequestProgress> page = newestFirst.page(
                Query.of(query -> query.bool(bool -> bool.filter(all))), question.cursor(), question.limit());
        return new RequestPage(page.facts(), page.next());
    }

    private static void is(String field, @Nullable Object value, List<Query> all) {
        if (value != null) {
            all.add(Query.of(
                    query -> query.term(term -> term.field("body." + field).value(stored(value)))));
        }
    }

    private static String stored(Object value) {
        return PatinaJson.mapper().convertValue(value, String.class);
    }

    private static void within(String field, @Nullable Instant from, @Nullable Instant to, List<Query> all) {
        DateRangeQuery.Builder range = new DateRangeQuery.Builder().field("body." + field);
        if (from != null) {
            range.gte(from.toString());
        }
        if (to != null) {
            range.lt(to.toString());
        }
        if (from != null || to != null) {
            all.add(Query.of(query -> query.range(range.build()._toRangeQuery())));
        }
    }
}
