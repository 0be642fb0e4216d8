package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.BEN;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.StatedInterest;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Seen;
import com.videowindow.patina.query.Video;
import com.videowindow.patina.query.Workshop;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every list over any catalogue and any history. */
class RankingPropertiesTest {
    private static final List<String> TECHNIQUES = List.of("dovetail", "carving", "glazing", "weaving", "etching");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr");
    private static final Set<String> STATED_LANGUAGES = Set.of("en", "de");
    static final Facet AVOIDED = Facet.parse("technique:etching");

    @Property(tries = 100)
    void contributions_add_up_to_the_score_and_scores_never_rise(
            @ForAll Random chance, @ForAll Algorithm algorithm, @ForAll long id) {
        Recommendations list = ask(workshop(chance), algorithm, id);

        double before = Double.MAX_VALUE;
        for (Recommendations.Item item : list.items()) {
            BigDecimal sum = item.contributions().stream()
                    .map(Contribution::value)
                    .map(BigDecimal::valueOf)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(item.score()));
            assertThat(item.score()).isLessThanOrEqualTo(before);
            before = item.score();
        }
    }

    @Property(tries = 100)
    void no_filter_is_ever_broken(@ForAll Random chance, @ForAll Algorithm algorithm, @ForAll long id) {
        Workshop workshop = workshop(chance);
        ProfileState anna = Objects.requireNonNull(workshop.profile(ANNA));

        assertThat(ask(workshop, algorithm, id).items()).allSatisfy(item -> {
            Content content = workshop.content(item.contentId()).orElseThrow();
            assertThat(anna.seen()).extracting(Seen::content).doesNotContain(content.id());
            assertThat(anna.dismissed()).doesNotContain(content.id());
            assertThat(workshop.isRetired(content.id())).isFalse();
            assertThat(content.description().facets().values()).doesNotContain(AVOIDED);
            assertThat(content.description().skill()).isNotEqualTo(SkillLevel.EXPERT);
            String language = content.description().language();
            assertThat(language == null || STATED_LANGUAGES.contains(language)).isTrue();
        });
    }

    @Property(tries = 100)
    void every_item_is_there_once_with_a_reason_in_words(
            @ForAll Random chance, @ForAll Algorithm algorithm, @ForAll long id) {
        List<Recommendations.Item> items = ask(workshop(chance), algorithm, id).items();

        Set<Object> distinct = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            assertThat(distinct.add(items.get(i).contentId())).isTrue();
            assertThat(items.get(i).rank()).isEqualTo(i + 1);
            assertThat(items.get(i).reasons())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason.text()).isNotBlank().doesNotContain("{", "null"));
        }
    }

    @Property(tries = 50)
    void the_same_question_has_the_same_answer(@ForAll long seed, @ForAll Algorithm algorithm, @ForAll long id) {
        assertThat(ask(workshop(new Random(seed)), algorithm, id))
                .isEqualTo(ask(workshop(new Random(seed)), algorithm, id));
    }

    /** Whatever is known about them: they get the same list, and it is not even looked what is known. */
    @Property(tries = 50)
    void who_is_not_profiled_gets_what_anybody_gets(
            @ForAll Random chance, @ForAll Algorithm algorithm, @ForAll Algorithm other, @ForAll long id) {
        Workshop workshop = workshop(chance).allows(BEN);
        workshop.set.add(Control.NON_PROFILING);
        workshop.storeIsAway = true; // whoever asks for a profile fails

        Recommendations hers = ask(workshop, ANNA, algorithm, id);
        Recommendations his = ask(workshop, BEN, other, id);
        assertThat(workshop.profile(ANNA)).isNotEqualTo(workshop.profile(BEN));
        assertThat(workshop.asked).isZero();
        assertThat(hers.items()).isNotEmpty();
        assertThat(hers.items().toString()).isEqualTo(his.items().toString());
        assertThat(hers.served().inputs()).isEqualTo(his.served().inputs());
        assertThat(hers.fallback()).isEqualTo(Fallback.NON_PROFILING);
        assertThat(hers.leavesTrail()).isFalse();
    }

    static Recommendations ask(Workshop workshop, Algorithm algorithm, long id) {
        return ask(workshop, ANNA, algorithm, id);
    }

    private static Recommendations ask(Workshop workshop, SubjectId who, Algorithm algorithm, long id) {
        return new Asking(workshop, who, algorithm).list(id, 20, ListTerms.NOTHING, NOW);
    }

    static Workshop workshop(Random chance) {
        Workshop workshop = new Workshop().allows(ANNA);
        for (int i = 0; i < 60; i++) {
            workshop.shows(video(i, chance));
        }
        for (int i = 0; i < 120; i++) {
            SubjectId who = new SubjectId(new UUID(0, 1 + chance.nextInt(8)));
            InteractionKind kind = any(List.of(InteractionKind.values()), chance);
            workshop.allows(who)
                    .hears(who, kind, "v" + chance.nextInt(60), NOW.minusSeconds(chance.nextInt(50_000_000)));
        }
        for (int i = 0; i < 5; i++) {
            workshop.retires("v" + chance.nextInt(60));
        }
        if (chance.nextBoolean()) {
            workshop.trains();
        }
        return workshop.states(
                ANNA,
                new Preferences(
                        List.of(new StatedInterest(Facet.parse("technique:carving"), chance.nextDouble())),
                        List.of(AVOIDED),
                        List.of("en-GB", "de"),
                        SkillLevel.INTERMEDIATE));
    }

    private static Content video(int number, Random chance) {
        Video video = Video.video("v" + number, "c" + chance.nextInt(3), any(TECHNIQUES, chance))
                .by("maker" + chance.nextInt(6))
                .published(NOW.minusSeconds(chance.nextInt(40_000_000)));
        video = chance.nextBoolean() ? video.in(any(LANGUAGES, chance)) : video;
        return (chance.nextBoolean() ? video.level(any(List.of(SkillLevel.values()), chance)) : video).content();
    }

    private static <T> T any(List<T> values, Random chance) {
        return values.get(chance.nextInt(values.size()));
    }
}
