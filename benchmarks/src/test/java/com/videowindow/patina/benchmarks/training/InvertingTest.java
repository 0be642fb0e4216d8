package com.videowindow.patina.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class InvertingTest {

    @Test
    void ours_and_theirs_come_to_the_same() {
        Generated data = Generated.of(300, 20_000, 1);

        assertThat(data.liked().users()).isEqualTo(400);
        assertThat(data.liked().size()).isEqualTo(20_000);
        assertThat(Inverting.difference(
                        Inverting.ours(data.liked(), ForkJoinPool.commonPool()), Inverting.ejml(data.liked(), 2)))
                .isLessThan(1e-12);
    }

    @Test
    void the_same_seed_is_the_same_likes() {
        assertThat(Generated.of(300, 2_000, 7).liked().itemsOf(3))
                .isEqualTo(Generated.of(300, 2_000, 7).liked().itemsOf(3));
    }
}
