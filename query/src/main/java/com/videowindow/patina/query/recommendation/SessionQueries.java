package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Answers what next for a session. A session is taken for the whole life of somebody who watched just that to its end: the
 * same model learns from it, and the same ranker ranks, so that reasons mean the same. What goes together is told by those
 * who did the same of late, where they are enough. What is explored is drawn by what the session is, and not by who has it.
 */
@Component
final class SessionQueries {
    private static final PreferenceModel MODEL = new PreferenceModel();
    private static final SubjectId NOBODY = new SubjectId(new UUID(0, 0));
    private static final Engagement TO_ITS_END = new Engagement(null, 1.0, null);

    private final Shelves shelves;
    private final Wording wording;
    private final LongSupplier clock;

    @Autowired
    SessionQueries(Shelves shelves, Wording wording) {
        this(shelves, wording, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    SessionQueries(Shelves shelves, Wording wording, LongSupplier clock) {
        this.shelves = shelves;
        this.wording = wording;
        this.clock = clock;
    }

    @QueryHandler
    SessionList handle(FindForSession session) {
        Budget budget = Budget.of(session.budget(), clock);
        Shelf shelf = shelves.now();
        ProfileState learned = learned(session, shelf.catalog());
        Surface surface = session.asked().surface();
        Rung rung = Ladder.of(
                learned.knowsSomething(),
                Algorithm.HYBRID,
                shelf,
                Segment.of(shelf, Pool.EVERYTHING, session.asked().filter()));
        ListMaking.Wanted wanted = new ListMaking.Wanted(
                id(session),
                Ladder.weights(rung, Algorithm.HYBRID, shelf, surface),
                learned.knowsSomething(),
                Pool.EVERYTHING,
                session.asked(),
                session.limit(),
                session.now(),
                rung,
                budget);
        ListMaking making = new ListMaking(shelf, wanted, learned, heard(session));
        BitSet eligible = making.eligible();
        making.ask(shelves.nearest(), eligible);
        List<ServedItem> items = making.best(eligible);
        ModelVersion trained = shelf.version();
        return new SessionList(
                trained == null ? shelf.learned().version() : trained,
                rung,
                items.isEmpty() ? RecommendationQueries.emptiness(shelf, wanted) : null,
                making.looked(),
                SessionList.nearest(making.neighbours()),
                wording.worded(items, session.language()));
    }

    /** Absent where too few did the same: then it is what a model or the crowd says alone. */
    private CrowdSessions.@Nullable Heard heard(FindForSession session) {
        return shelves.sessions().after(session.recent()).orElse(null);
    }

    private static RecommendationId id(FindForSession session) {
        return new RecommendationId(
                UUID.nameUUIDFromBytes(session.recent().toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static ProfileState learned(FindForSession session, CatalogSnapshot catalog) {
        return MODEL.applyAll(
                null,
                IntStream.range(0, session.recent().size())
                        .mapToObj(i -> watched(session, i, catalog))
                        .toList());
    }

    private static InteractionRecorded watched(FindForSession session, int place, CatalogSnapshot catalog) {
        ContentId content = session.recent().get(place);
        int number = catalog.numberOf(content);
        Instant at = session.now().minusSeconds(session.recent().size() - (long) place);
        return new InteractionRecorded(
                NOBODY,
                new MessageId("session." + place),
                null,
                InteractionKind.VIEW,
                content,
                number < 0 ? Facets.NONE : catalog.content(number).description().facets(),
                TO_ITS_END,
                InteractionContext.NONE,
                null,
                at,
                at);
    }
}
