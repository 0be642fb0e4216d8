package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Pages;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.Workshop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Pages are one list, through a window that moves on. */
class PagesTest {
    private static final int SHOWN = 700;

    private static Recommendations ask(Workshop workshop, long id, int limit, ListTerms asked, Instant now) {
        return new Asking(workshop, ANNA, Algorithm.HYBRID).list(id, limit, asked, now);
    }

    private static Workshop workshop(Random chance) {
        Workshop workshop = new Workshop().allows(ANNA);
        for (int i = 0; i < SHOWN; i++) {
            workshop.shows(video("v" + i, "c" + chance.nextInt(3), "t" + chance.nextInt(6))
                    .by("maker" + chance.nextInt(9))
                    .published(NOW.minusSeconds(chance.nextInt(40_000_000)))
                    .content());
        }
        for (int i = 0; i < 6; i++) {
            workshop.hears(ANNA, InteractionKind.LIKE, "v" + chance.nextInt(SHOWN));
        }
        return workshop;
    }

    @Property(tries = 12)
    void a_walk_through_all_pages_meets_everything_once_in_falling_order_as_one_long_list_has_it(
            @ForAll Random chance, @ForAll long id, @ForAll @IntRange(min = 7, max = 100) int limit) {
        Workshop workshop = workshop(chance);
        Recommendations first = ask(workshop, id, limit, ListTerms.NOTHING, NOW);
        List<ServedItem> walked = new ArrayList<>(first.served().items());
        int pages = 1;
        while (walked.size() < SHOWN - 20) {
            Pages before = new Pages(
                    first.id(),
                    NOW,
                    walked.stream().map(ServedItem::content).limit(Pages.MOST).toList());
            ListTerms on = ListTerms.NOTHING.after(before);
            Recommendations page = ask(workshop, id + pages, limit, on, NOW.plusSeconds(5_000_000L * pages));
            assertThat(page.items()).isNotEmpty();
            walked.addAll(page.served().items());
            pages++;
        }
        assertThat(walked).extracting(ServedItem::content).doesNotHaveDuplicates();
        for (int i = 0; i < walked.size(); i++) {
            assertThat(walked.get(i).rank()).isEqualTo(i + 1);
            assertThat(i == 0 || walked.get(i).score() <= walked.get(i - 1).score())
                    .isTrue();
        }
        List<ContentId> atOnce = ask(workshop, id, 100, ListTerms.NOTHING, NOW).served().items().stream()
                .map(ServedItem::content)
                .toList();
        assertThat(walked.subList(0, 100).stream().map(ServedItem::content)).isEqualTo(atOnce);
    }
}
