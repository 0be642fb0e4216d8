package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.LogWalk.Header;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.query.catalog.LiveCatalog;
import com.videowindow.patina.query.interest.ProfileFolding;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Basis;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Copy;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Difference;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains a served list as it was then, from the log alone, and says where that is not what was stored. */
@Component
final class AuditQueries {
    /** Clocks of two nodes agree as well as that. */
    private static final Duration ALIKE = Duration.ofMinutes(10);

    private static final int NAMED_BY_TIME = 7;
    private static final int TIME = 16;

    private final LogWalk log;
    private final PastEvents past;
    private final ProfileFolding profiles;
    private final Policies policies;
    private final Trails trails;
    private final LiveCatalog catalog;
    private final Models models;
    private final Losses losses;

    AuditQueries(
            LogWalk log,
            PastEvents past,
            ProfileFolding profiles,
            Policies policies,
            Trails trails,
            LiveCatalog catalog,
            Models models,
            Losses losses) {
        this.log = log;
        this.past = past;
        this.profiles = profiles;
        this.policies = policies;
        this.trails = trails;
        this.catalog = catalog;
        this.models = models;
        this.losses = losses;
    }

    @QueryHandler
    Optional<RecommendationAudit> handle(FindAudit question) {
        RecommendationId id = question.recommendation();
        if (id.value().version() != NAMED_BY_TIME) {
            return Optional.empty();
        }
        Instant made = Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> TIME);
        return log.fact(RecommendationsServed.class, RecommendationsServed.FAMILY, id.toString(), made.minus(ALIKE))
                .map(header -> audit(id, made, header));
    }

    private RecommendationAudit audit(RecommendationId id, Instant made, Header header) {
        DomainEvent stored = past.at(List.of(header.position())).get(header.position());
        return stored instanceof RecommendationsServed list ? again(list, header) : unreadable(id, made, header);
    }

    /** Nothing is left of it but that it was. */
    private RecommendationAudit unreadable(RecommendationId id, Instant made, Header header) {
        return new RecommendationAudit(
                id,
                Objects.requireNonNull(header.subject()),
                header.position(),
                header.at(),
                Verdict.CANNOT_BE_TOLD,
                false,
                null,
                losses.ofPerson(Basis.LIST, List.of(header), made),
                null,
                null,
                List.of());
    }

    private RecommendationAudit again(RecommendationsServed list, Header header) {
        ListAgain again = new ListAgain(list, Then.of(list, log), profiles, models, losses);
        ConsentsThen consents = consents(list, header.position());
        Comparison comparison = again.compared(content -> catalog.isRetired(content));
        again.take(consents, comparison);
        Copied copied = copied(list);
        Difference other = copied.difference();
        if (other != null) {
            comparison.take(other.place(), other.stored(), other.recomputed());
        }
        return new RecommendationAudit(
                list.id(),
                list.subject(),
                header.position(),
                header.at(),
                comparison.verdict(),
                comparison.verdict() == Verdict.MATCHES,
                comparison.first(),
                again.lost(),
                copied.copy(),
                again.inForce(consents),
                comparison.items());
    }

    private ConsentsThen consents(RecommendationsServed list, LogPosition stored) {
        SortedMap<LogPosition, DomainEvent> said = past.stream(ConsentEvent.stream(list.subject()));
        return new ConsentsThen(said.headMap(stored), policies, list.at());
    }

    private record Copied(Copy copy, @Nullable Difference difference) {}

    private Copied copied(RecommendationsServed list) {
        try {
            return trails.find(list.subject(), list.id())
                    .map(found -> TrailCopy.difference(list, found)
                            .map(difference -> new Copied(Copy.ALTERED, difference))
                            .orElseGet(() -> new Copied(Copy.SAME, null)))
                    .orElseGet(() -> new Copied(Copy.MISSING, null));
        } catch (ReadModelUnavailable away) {
            return new Copied(Copy.UNAVAILABLE, null);
        }
    }
}
