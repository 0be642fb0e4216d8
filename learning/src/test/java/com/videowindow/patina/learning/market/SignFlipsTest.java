package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignFlipsTest {

    /** Of three differences alike, two of eight flips are as far from 0. */
    @Test
    void few_people_prove_nothing() {
        assertThat(SignFlips.p(new double[] {1, 1, 1}, 1)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void no_difference_is_no_proof() {
        assertThat(SignFlips.p(new double[] {0, 0, 0, 0}, 1)).isEqualTo(1);
    }

    @Test
    void many_alike_are_a_proof() {
        double[] differences = new double[40];
        Arrays.setAll(differences, i -> i % 4 == 0 ? -0.1 : 0.3);
        assertThat(SignFlips.p(differences, 1)).isLessThan(0.001);
    }
}
