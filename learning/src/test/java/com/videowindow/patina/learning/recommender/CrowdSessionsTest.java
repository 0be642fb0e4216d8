package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrowdSessionsTest {
    private final TreeMap<SubjectId, Basket> likes = new TreeMap<>(Comparator.comparing(SubjectId::value));

    private SubjectId somebodyLiked(String... oldestFirst) {
        SubjectId who = new SubjectId(new UUID(7, likes.size()));
        likes.put(who, new Basket(contents(oldestFirst).reversed()));
        return who;
    }

    private void peopleLiked(int many, String... oldestFirst) {
        for (int i = 0; i < many; i++) {
            somebodyLiked(oldestFirst);
        }
    }

    private static List<ContentId> contents(String... ids) {
        return Stream.of(ids).map(ContentId::new).toList();
    }

    private static ContentId id(String id) {
        return new ContentId(id);
    }

    @Test
    void what_most_of_those_liked_who_liked_the_last_thing_comes_first() {
        peopleLiked(8, "bowl", "goblet");
        peopleLiked(5, "mug", "vase");
        CrowdSessions.Heard heard =
                CrowdSessions.of(likes).after(contents("mug", "bowl")).orElseThrow();

        assertThat(heard.of(id("goblet"))).isEqualTo(1);
        assertThat(heard.of(id("vase"))).isBetween(0.01, 0.5);
        assertThat(heard.of(id("bowl"))).isZero();
        assertThat(heard.because(id("goblet"))).containsExactly(id("bowl"));
        assertThat(heard.because(id("vase"))).containsExactly(id("mug"));
    }

    @Test
    void where_few_did_the_same_nothing_is_told() {
        peopleLiked(9, "bowl", "goblet");

        assertThat(CrowdSessions.of(likes).after(contents("bowl"))).isEmpty();
        assertThat(CrowdSessions.NONE.after(contents("bowl"))).isEmpty();
    }

    /** Whoever knows five things that somebody liked is not told the sixth. */
    @Test
    void what_one_or_two_alone_liked_is_not_told() {
        peopleLiked(20, "bowl", "goblet");
        somebodyLiked("bowl", "lid", "tray", "secret");
        somebodyLiked("bowl", "lid", "tray", "secret");
        CrowdSessions.Heard heard =
                CrowdSessions.of(likes).after(contents("tray", "lid", "bowl")).orElseThrow();

        assertThat(heard.of(id("secret"))).isZero();
        assertThat(heard.because(id("secret"))).isEmpty();
        assertThat(heard.of(id("goblet"))).isEqualTo(1);
    }

    @Test
    void whoever_is_let_go_of_says_nothing_any_more_and_nobody_else_is_changed() {
        peopleLiked(12, "bowl", "goblet");
        peopleLiked(2, "bowl", "lid");
        SubjectId leaving = somebodyLiked("bowl", "lid");
        CrowdSessions all = CrowdSessions.of(likes);
        likes.remove(leaving);
        CrowdSessions.Heard without =
                all.without(leaving).after(contents("bowl")).orElseThrow();

        assertThat(all.after(contents("bowl")).orElseThrow().of(id("lid"))).isPositive();
        assertThat(without.of(id("lid"))).isZero();
        assertThat(without.of(id("goblet")))
                .isEqualTo(CrowdSessions.of(likes)
                        .after(contents("bowl"))
                        .orElseThrow()
                        .of(id("goblet")));
        assertThat(all.without(leaving).size()).isEqualTo(all.size() - 1);
        assertThat(all.without(leaving).without(leaving).size()).isEqualTo(all.size() - 1);
    }

    @Test
    void what_nobody_liked_in_a_session_is_passed_over() {
        peopleLiked(12, "bowl", "goblet");

        assertThat(CrowdSessions.of(likes)
                        .after(contents("unheard", "bowl", "unheard"))
                        .orElseThrow()
                        .of(id("goblet")))
                .isEqualTo(1);
        assertThat(CrowdSessions.of(likes).after(contents("unheard"))).isEmpty();
    }
}
