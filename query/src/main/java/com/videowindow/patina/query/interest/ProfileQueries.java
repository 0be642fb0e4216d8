package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Recent;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import com.videowindow.patina.query.catalog.RelatedTags;
import com.videowindow.patina.query.interaction.PastInteraction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a person what is known about them, in their own data model. */
@Component
final class ProfileQueries {
    private final InterestProfiles profiles;
    private final PastProfiles past;
    private final LiveCatalog catalog;
    private final CurrentConsents consents;
    private final PreferenceModel model = new PreferenceModel();
    private volatile RelatedTags tags = new RelatedTags(CatalogSnapshot.EMPTY);

    ProfileQueries(InterestProfiles profiles, PastProfiles past, LiveCatalog catalog, CurrentConsents consents) {
        this.profiles = profiles;
        this.past = past;
        this.catalog = catalog;
        this.consents = consents;
    }

    /** Consents hold at once on the node that took them; the profile hears of them a moment later. */
    @QueryHandler
    UserProfile handle(FindUserProfile question) {
        InterestProfiles.Found found = profiles.find(question.subject());
        ProfileState state = found.state();
        boolean ended = consents.standing(question.subject())
                .of(question.purpose())
                .status()
                .isEnd();
        return shown(
                question.user(),
                state == null || !ended ? state : model.forgotten(state),
                question.now(),
                found.remembered());
    }

    @QueryHandler
    PastProfile handle(FindPastProfile question) {
        PastProfiles.Found found = past.of(question.subject(), question.position());
        return new PastProfile(shown(question.user(), found.state(), question.then(), false), found.whole());
    }

    private UserProfile shown(PlatformUserId user, @Nullable ProfileState known, Instant now, boolean degraded) {
        ProfileState state = known == null ? ProfileState.EMPTY : known;
        CatalogSnapshot snapshot = catalog.snapshot();
        RelatedTags related = relatedTags(snapshot);
        return new UserProfile(
                user.value(),
                model.interests(state, now).stream()
                        .filter(interest -> interest.stated() || !snapshot.isEverywhere(interest.facet()))
                        .map(interest -> shown(interest, related))
                        .toList(),
                List.of(),
                state.recent().stream().map(this::shown).toList(),
                state.preferences(),
                state.revision(),
                latest(state.lastEventAt(), state.statedAt()),
                accuracy(state),
                degraded);
    }

    private static ContentInterest shown(Interest interest, RelatedTags related) {
        var facet = interest.facet();
        return new ContentInterest(
                facet,
                facet.kind() == FacetKind.CATEGORY ? facet.value() : null,
                facet.kind() == FacetKind.SUBCATEGORY ? facet.value() : null,
                interest.score(),
                interest.confidence(),
                interest.evidence(),
                interest.lastUpdated(),
                related.of(facet),
                interest.stated() ? ContentInterest.Source.Explicit : ContentInterest.Source.Implicit);
    }

    private PastInteraction shown(Recent recent) {
        ContentId content = recent.content();
        String title = content == null
                ? null
                : catalog.content(content)
                        .map(known -> known.description().title())
                        .orElse(null);
        return PastInteraction.summed(recent.kind(), content, title, recent.at());
    }

    private static Accuracy accuracy(ProfileState state) {
        int sample = state.predictions();
        return new Accuracy(sample == 0 ? null : (double) state.hits() / sample, sample);
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private RelatedTags relatedTags(CatalogSnapshot snapshot) {
        RelatedTags known = tags;
        if (!known.isOf(snapshot)) {
            known = new RelatedTags(snapshot);
            tags = known;
        }
        return known;
    }
}
