package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ModelBytesTest {
    private static final int VERSION_AT = 8;
    private static final int EXACT_AT = 32;
    /** After number, unliked, penalty, power, heed, rounds and seed of the one factorisation. */
    private static final int COUNTED_AT = EXACT_AT + 4 + 4 + 48;

    private static CollaborativeModel trained(int exact) {
        return CollaborativeModel.train(
                Villages.heard(Villages.deeds(30, 3, 7)),
                new CollaborativeModel.Settings(
                        new Ease.Settings(5, 2, 6, exact),
                        List.of(new ImplicitAls.Settings(4, 0.3, 0.1, 0.5, 0.5, 2, 42))),
                ForkJoinPool.commonPool());
    }

    private static byte[] bytes(CollaborativeModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void of_more_items_than_are_solved_exactly_patterns_are_learned() throws IOException {
        CollaborativeModel exact = trained(1_000);
        CollaborativeModel sparse = trained(1);

        assertThat(sparse.ease()).isNotEqualTo(exact.ease());
        assertThat(CollaborativeModel.read(new ByteArrayInputStream(bytes(sparse))))
                .isEqualTo(sparse);
    }

    @Test
    void the_first_form_which_said_less_can_be_read() throws IOException {
        CollaborativeModel model = trained(Ease.EXACT);
        byte[] now = bytes(model);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.write(now, 0, VERSION_AT);
        first.write(new byte[] {1, 0, 0, 0});
        first.write(now, VERSION_AT + 4, EXACT_AT - VERSION_AT - 4);
        first.write(now, EXACT_AT + 4, COUNTED_AT - EXACT_AT - 4);
        first.write(now, COUNTED_AT + 8, now.length - COUNTED_AT - 8 - 32);
        first.write(Sha256.of(first.toByteArray()));

        assertThat(CollaborativeModel.read(new ByteArrayInputStream(first.toByteArray())))
                .isEqualTo(model);
    }
}
