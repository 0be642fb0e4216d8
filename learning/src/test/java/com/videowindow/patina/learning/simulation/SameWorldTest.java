package com.videowindow.patina.learning.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SameWorldTest {

    @Property(tries = 20)
    void the_same_scenario_is_the_same_world_in_whatever_order_it_is_looked_at(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 19) int number) {
        Market one = Market.of(Scenario.of(20, 30, seed));
        Market again = Market.of(Scenario.of(20, 30, seed));
        again.life(19 - number);
        again.life(number);

        assertThat(again.works()).isEqualTo(one.works());
        assertThat(again.goods()).isEqualTo(one.goods());
        assertThat(again.life(number).deeds()).isEqualTo(one.life(number).deeds());
        assertThat(again.life(number).returns()).isEqualTo(one.life(number).returns());
    }

    @Property(tries = 20)
    void more_people_change_nobody(@ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int more) {
        Market few = Market.of(Scenario.of(10, 40, seed));
        Market many = Market.of(Scenario.of(10 + more, 40, seed));

        assertThat(many.works()).isEqualTo(few.works());
        assertThat(many.life(9).deeds()).isEqualTo(few.life(9).deeds());
    }

    @Property(tries = 20)
    void a_longer_run_begins_with_the_shorter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int more) {
        Market brief = Market.of(Scenario.of(10, 30, seed));
        Market lasting = Market.of(Scenario.of(10, 30 + more, seed));
        List<InteractionRecorded> first = brief.life(3).deeds();

        assertThat(lasting.works().subList(0, brief.works().size())).isEqualTo(brief.works());
        assertThat(lasting.life(3).deeds().subList(0, first.size())).isEqualTo(first);
    }

    @Test
    void another_seed_another_start_or_a_drift_is_a_world_of_another_name() {
        Scenario usual = Scenario.of(1, 1, 7);
        Scenario later = new Scenario(1, 1, 7, LocalDate.of(2025, 9, 2), null, null);

        assertThat(List.of(
                        Market.of(usual).name(),
                        Market.of(Scenario.of(1, 1, 8)).name(),
                        Market.of(later).name(),
                        Market.of(usual.with(new Scenario.Drift(3, 1), null)).name()))
                .doesNotHaveDuplicates();
        assertThat(Market.of(Scenario.of(9, 99, 7)).name())
                .isEqualTo(Market.of(usual).name());
    }

    /** Pinned, so that a machine or a release of Java that draws other bits is noticed. */
    @Test
    void is_the_same_on_every_machine() throws NoSuchAlgorithmException {
        Market market = Market.of(Scenario.of(40, 60, 20));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        market.works().forEach(work -> add(digest, work));
        market.goods().forEach(good -> add(digest, good));
        for (int number = 0; number < market.residents(); number++) {
            Life life = market.life(number);
            life.deeds().forEach(deed -> add(digest, deed));
            add(digest, life.returns());
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("cb5a23f76e940ecd92563e2953193ab431b6d0f93e5b9073e530f7f816956619");
    }

    private static void add(MessageDigest digest, Object thing) {
        digest.update(thing.toString().getBytes(StandardCharsets.UTF_8));
    }
}
