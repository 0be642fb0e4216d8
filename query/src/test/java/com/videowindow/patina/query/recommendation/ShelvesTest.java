package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.query.Workshop;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelvesTest {
    private final Workshop workshop = new Workshop()
            .allows(ANNA)
            .shows(
                    video("bowl", "ceramics", "throwing").content(),
                    video("chest", "woodworking", "dovetail").content(),
                    video("scarf", "textiles", "weaving").content());
    private final Shelves shelves = new Shelves(workshop, workshop, workshop);

    private static float[] known(Shelf shelf) {
        float[] known = new float[shelf.catalog().size()];
        shelf.addKnown(known, 2, 3);
        return known;
    }

    private void isAsFromTheBeginning(Shelf shelf) {
        Shelf other = new Shelf(workshop.snapshot(), workshop.learned(), null);
        assertThat(known(shelf)).isEqualTo(known(other));
        assertThat(shelf.order()).isEqualTo(other.order());
        assertThat(shelf.knowsWhatIsPopular()).isEqualTo(other.knowsWhatIsPopular());
        for (int content : IntStream.range(0, other.catalog().size()).toArray()) {
            assertThat(shelf.popularity(content)).isEqualTo(other.popularity(content));
            assertThat(shelf.obscurity(content)).isEqualTo(other.obscurity(content));
            assertThat(shelf.togetherNumber(content)).isEqualTo(other.togetherNumber(content));
            assertThat(shelf.chance(content)).isEqualTo(other.chance(content));
        }
    }

    @Test
    void while_nothing_changes_it_stays() {
        assertThat(shelves.now()).isSameAs(shelves.now());
    }

    @Test
    void what_changes_is_as_if_all_were_laid_out_anew() {
        isAsFromTheBeginning(shelves.now());

        workshop.hears(ANNA, InteractionKind.LIKE, "chest");
        workshop.hears(ANNA, InteractionKind.LIKE, "scarf");
        isAsFromTheBeginning(shelves.now());

        workshop.shows(video("spoon", "woodworking", "carving").content());
        isAsFromTheBeginning(shelves.now());
        assertThat(shelves.now().catalog().size()).isEqualTo(workshop.snapshot().size());
    }
}
