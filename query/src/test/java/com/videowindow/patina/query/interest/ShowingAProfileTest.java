package com.videowindow.patina.query.interest;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.BEN;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.StatedInterest;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.query.Workshop;
import com.videowindow.patina.query.interaction.PastInteraction;
import com.videowindow.patina.query.interest.ContentInterest.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShowingAProfileTest {
    private final Workshop workshop = new Workshop()
            .shows(
                    video("chest", "woodwork", "dovetail")
                            .tagged("joinery", "craft")
                            .content(),
                    video("stool", "woodwork", "dovetail")
                            .tagged("joinery", "saw", "craft")
                            .content(),
                    video("soap", "home", "lye").tagged("craft").content());
    private final ProfileQueries queries = new ProfileQueries(
            workshop,
            (who, position) -> new PastProfiles.Found(workshop.profile(who, position), true),
            workshop,
            workshop);

    @Test
    void learned_interests_are_implicit_and_carry_the_tags_that_set_them_apart() {
        workshop.hears(ANNA, InteractionKind.VIEW, "chest");

        ContentInterest woodwork = interest(ANNA, "category:woodwork");

        assertThat(woodwork.source()).isEqualTo(Source.Implicit);
        assertThat(woodwork.categoryId()).isEqualTo("woodwork");
        assertThat(woodwork.subcategoryId()).isNull();
        assertThat(woodwork.evidence()).isEqualTo(1);
        assertThat(woodwork.relatedTags()).startsWith("joinery");
    }

    @Test
    void what_was_learned_is_shown_no_more_once_the_gate_knows_of_a_withdrawal() {
        workshop.hears(ANNA, InteractionKind.VIEW, "chest");
        PolicyVersion policy = new PolicyVersion("1");
        workshop.acknowledges(new ConsentGiven(ANNA, Purpose.PERSONALIZATION, policy, Channel.WEB, NOW));
        assertThat(profile(ANNA).interests()).isNotEmpty();

        workshop.acknowledges(new ConsentWithdrawn(ANNA, Purpose.PERSONALIZATION, policy, Channel.WEB, NOW));

        assertThat(profile(ANNA).interests()).isEmpty();
        assertThat(profile(ANNA).interactions())
                .as("what they did is theirs to see")
                .hasSize(1);
    }

    @Test
    void a_profile_can_be_asked_for_as_it_was() {
        workshop.hears(ANNA, InteractionKind.VIEW, "chest").hears(ANNA, InteractionKind.VIEW, "soap");
        workshop.storeIsAway = true;

        FindPastProfile question = new FindPastProfile(ANNA, new PlatformUserId("user"), NOW, new LogPosition(0));

        assertThat(queries.handle(question).profile().interactions())
                .extracting(PastInteraction::contentId)
                .containsExactly(new ContentId("chest"));
        assertThat(queries.handle(question).profile().degraded()).isFalse();
    }

    @Test
    void stated_interests_are_explicit_and_come_first() {
        workshop.hears(ANNA, InteractionKind.VIEW, "chest")
                .states(
                        ANNA,
                        new Preferences(
                                List.of(new StatedInterest(Facet.parse("technique:lye"), 0.5)),
                                List.of(),
                                List.of(),
                                null));

        UserProfile profile = profile(ANNA);

        assertThat(profile.interests().getFirst().facet()).isEqualTo(Facet.parse("technique:lye"));
        assertThat(profile.interests().getFirst().source()).isEqualTo(Source.Explicit);
        assertThat(profile.revision()).isEqualTo(1);
        assertThat(profile.lastUpdated()).isEqualTo(NOW);
    }

    @Test
    void what_all_content_has_in_common_is_nobodys_interest() {
        for (int i = 0; i < 100; i++) {
            workshop.shows(video("film-" + i, i % 2 == 0 ? "drama" : "comedy")
                    .by("studio")
                    .content());
        }
        workshop.retires("chest").retires("stool").retires("soap").hears(ANNA, InteractionKind.VIEW, "film-0");

        assertThat(profile(ANNA).interests())
                .extracting(ContentInterest::facet)
                .containsExactly(Facet.parse("category:drama"));
    }

    @Test
    void the_latest_interactions_carry_their_titles() {
        workshop.hears(ANNA, InteractionKind.VIEW, "chest").hears(ANNA, InteractionKind.LIKE, "stool", NOW);

        assertThat(profile(ANNA).interactions()).extracting("title").containsExactly("Stool", "Chest");
    }

    @Test
    void accuracy_is_absent_until_a_prediction_could_be_checked() {
        workshop.hears(ANNA, InteractionKind.LIKE, "chest");
        assertThat(profile(ANNA).accuracy()).isEqualTo(new Accuracy(null, 0));

        workshop.hears(ANNA, InteractionKind.LIKE, "stool");
        assertThat(profile(ANNA).accuracy()).isEqualTo(new Accuracy(1.0, 1));
    }

    @Test
    void somebody_unknown_has_an_empty_profile() {
        UserProfile profile = profile(BEN);

        assertThat(profile.userId()).isEqualTo("user");
        assertThat(profile.interests()).isEmpty();
        assertThat(profile.preferences()).isEqualTo(Preferences.NONE);
        assertThat(profile.lastUpdated()).isNull();
    }

    private UserProfile profile(SubjectId who) {
        return queries.handle(new FindUserProfile(who, new PlatformUserId("user"), NOW));
    }

    private ContentInterest interest(SubjectId who, String facet) {
        return profile(who).interests().stream()
                .filter(interest -> interest.facet().equals(Facet.parse(facet)))
                .findFirst()
                .orElseThrow();
    }
}
