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
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * Answers what next for a session. A session is taken for the whole life of somebody who watched just that to its end: the
 * same model learns from it, and the same ranker ranks, so that reasons mean the same. What is explored is drawn by what the
 * session is, and not by who has it.
 */
@Component
final class SessionQueries {
    private static final PreferenceModel MODEL = new PreferenceModel();
    private static final SubjectId NOBODY = new SubjectId(new UUID(0, 0));
    private static final Engagement TO_ITS_END = new Engagement(null, 1.0, null);

    private final Shelves shelves;
    private final Wording wording;

    SessionQueries(Shelves shelves, Wording wording) {
        this.shelves = shelves;
        this.wording = wording;
    }

    @QueryHandler
    SessionList handle(FindForSession session) {
        Shelf shelf = shelves.now();
        ProfileState learned = learned(session, shelf.catalog());
        ListMaking.Wanted wanted = new ListMaking.Wanted(
                id(session),
                weights(session.asked().surface(), learned.knowsSomething(), shelf),
                learned.knowsSomething(),
                Pool.EVERYTHING,
                session.asked(),
                session.limit(),
                session.now());
        ListMaking making = new ListMaking(shelf, wanted, learned);
        BitSet eligible = making.eligible();
        List<ServedItem> items = making.best(eligible);
        ModelVersion trained = shelf.version();
        return new SessionList(
                trained == null ? shelf.learned().version() : trained,
                items.isEmpty() ? RecommendationQueries.emptiness(shelf, wanted) : null,
                wording.worded(items, session.language()));
    }

    private static Weights weights(Surface surface, boolean known, Shelf shelf) {
        return known ? Tuning.of(Algorithm.HYBRID, shelf.model().isPresent(), surface) : Tuning.nonPersonal(surface);
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
