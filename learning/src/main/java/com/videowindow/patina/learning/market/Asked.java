package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.learning.evaluation.ListQuality;
import com.videowindow.patina.learning.preference.Signal;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody for whom a list is made on a day, of all that they have not seen, and by whom it is judged twice: by what they
 * liked afterwards, and by how likely they are to like each, as only the world knows.
 */
final class Asked {
    static final int K = 10;
    private static final int FEWEST_DEEDS = 5;

    final Instant cut;
    final List<InteractionRecorded> before;
    private final BitSet seen = new BitSet();
    private final BitSet liked = new BitSet();
    private final double[] truth;

    private Asked(Life life, Market market, int day) {
        this.cut = market.scenario().start().plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        this.before =
                life.deeds().stream().filter(deed -> deed.at().isBefore(cut)).toList();
        before.forEach(deed -> number(deed, market, seen));
        life.deeds().stream()
                .skip(before.size())
                .filter(deed -> Signal.of(deed).likes())
                .forEach(deed -> number(deed, market, liked));
        liked.andNot(seen);
        this.truth = market.works().stream()
                .mapToDouble(work -> market.likes(life, work, day))
                .toArray();
    }

    /** All who allow it, did enough before, and liked something after. */
    static List<Asked> all(Market market, int day) {
        return IntStream.range(0, market.scenario().people())
                .parallel()
                .mapToObj(market::life)
                .filter(life -> life.who().allows().contains(Purpose.PERSONALIZATION))
                .map(life -> new Asked(life, market, day))
                .flatMap(asked -> asked.isWorthIt() ? Stream.of(asked) : Stream.empty())
                .toList();
    }

    private boolean isWorthIt() {
        return before.size() >= FEWEST_DEEDS && !liked.isEmpty();
    }

    private static void number(InteractionRecorded deed, Market market, BitSet into) {
        if (deed.content() != null) {
            market.work(deed.content()).ifPresent(work -> into.set(work.number()));
        }
    }

    /** Not to be changed, as the truth. */
    BitSet seen() {
        return seen;
    }

    /** How likely they are to like each work. */
    double[] truth() {
        return truth;
    }

    /** nDCG of the list by these scores of all works. */
    double byLikes(double[] scores) {
        return ListQuality.of(Gain.best(scores, seen, K), liked, K).ndcg();
    }

    /** The same, graded. */
    double byTruth(double[] scores) {
        return Gain.ndcg(Gain.best(scores, seen, K), truth, seen, K);
    }
}
