package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ModelBytesTest {

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
}
