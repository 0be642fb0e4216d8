package com.videowindow.patina.projections.lookup;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.projections.runner.Facts;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.lookup.FindLookups;
import com.videowindow.patina.query.lookup.LookupBook;
import com.videowindow.patina.query.lookup.LookupPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each look-up. It stays when the person leaves, whose random id leads to nobody then. */
@Component
@Processing(
        purposes = ProcessingPurpose.ACCOUNTABILITY,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class LookupFacts extends Facts<LookedUp> implements LookupBook {
    private static final String NAME = "lookups";

    private final NewestFirst<LookedUp> newestFirst;

    LookupFacts(ReadSide readSide) {
        super(NAME, LookedUp.class);
        this.newestFirst = new NewestFirst<>(readSide, NAME, LookedUp.class);
    }

    @Override
    public void written(String key, Document<LookedUp> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public LookupPage page(FindLookups question) {
        List<Query> all = new ArrayList<>();
        is("body.subject", question.subject(), all);
        is("body.by.id", question.officer(), all);
        if (question.from() != null || question.to() != null) {
            all.add(Query.of(query -> query.range(range -> range.date(at -> {
                at.field("body.at");
                if (question.from() != null) {
                    at.gte(question.from().toString());
                }
                return question.to() == null ? at : at.lt(question.to().toString());
            }))));
        }
        NewestFirst.Page<LookedUp> page = newestFirst.page(
                Query.of(query -> query.bool(bool -> bool.filter(all))), question.cursor(), question.limit());
        return new LookupPage(page.facts(), page.next());
    }

    private static void is(String field, @Nullable SubjectId person, List<Query> all) {
        if (person != null) {
            all.add(Query.of(query -> query.term(term -> term.field(field).value(person.toString()))));
        }
    }
}
