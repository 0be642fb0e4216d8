package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.evaluation.ListQuality;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Signal;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What each kind of facet is worth: lists by interest with all kinds, and with one left out, for the same people. They learn
 * from what is before a day, and are asked for all that was not seen until then. Lists are judged twice: by what people liked
 * afterwards, and by how likely each is to like each, as only the world knows.
 */
public final class Ablation {
    public static final int K = 10;
    private static final int FEWEST_DEEDS = 5;
    private static final List<FacetKind> KINDS = List.of(FacetKind.values());
    private static final int LIKES = 0;
    private static final int TRUTH = 1;

    private final Market market;
    private final int day;
    private final PreferenceModel model = new PreferenceModel();
    private final FacetInterest interest;

    /** @param day from which on is asked, 1 to the last */
    public Ablation(Market market, int day) {
        this.market = market;
        this.day = day;
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        this.interest = new FacetInterest(catalogue, model);
    }

    /** One for each kind. */
    public List<Worth> worths() {
        List<double[][]> all = IntStream.range(0, market.scenario().people())
                .parallel()
                .mapToObj(market::life)
                .filter(life -> life.who().allows().contains(Purpose.PERSONALIZATION))
                .flatMap(life -> judged(life).stream())
                .toList();
        List<Worth> worths = new ArrayList<>();
        for (int without = 1; without <= KINDS.size(); without++) {
            worths.add(new Worth(
                    KINDS.get(without - 1),
                    all.size(),
                    Compared.of(column(all, LIKES, 0), column(all, LIKES, without), without),
                    Compared.of(column(all, TRUTH, 0), column(all, TRUTH, without), without)));
        }
        return worths;
    }

    private static double[] column(List<double[][]> people, int judge, int place) {
        return people.stream().mapToDouble(person -> person[judge][place]).toArray();
    }

    /** None of whoever did too little before, or liked nothing after. */
    private Optional<double[][]> judged(Life life) {
        Instant cut = market.scenario().start().plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<InteractionRecorded> before =
                life.deeds().stream().filter(deed -> deed.at().isBefore(cut)).toList();
        List<InteractionRecorded> after =
                life.deeds().subList(before.size(), life.deeds().size());
        BitSet liked = new BitSet();
        after.stream().filter(deed -> Signal.of(deed).likes()).forEach(deed -> number(deed, liked));
        if (before.size() < FEWEST_DEEDS || liked.isEmpty()) {
            return Optional.empty();
        }
        BitSet seen = new BitSet();
        before.forEach(deed -> number(deed, seen));
        liked.andNot(seen);
        return liked.isEmpty() ? Optional.empty() : Optional.of(judged(life, before, seen, liked, cut));
    }

    private void number(InteractionRecorded deed, BitSet into) {
        if (deed.content() != null) {
            market.work(deed.content()).ifPresent(work -> into.set(work.number()));
        }
    }

    /** By each judge, with nothing left out and with each kind left out. */
    private double[][] judged(Life life, List<InteractionRecorded> before, BitSet seen, BitSet liked, Instant cut) {
        ProfileState state = model.applyAll(null, before);
        double[] truth = market.works().stream()
                .mapToDouble(work -> market.likes(life, work, day))
                .toArray();
        double[][] judged = new double[2][KINDS.size() + 1];
        for (int i = 0; i <= KINDS.size(); i++) {
            Set<FacetKind> without = i == 0 ? Set.of() : Set.of(KINDS.get(i - 1));
            int[] list = Gain.best(interest.scores(state, cut, without), seen, K);
            judged[LIKES][i] = ListQuality.of(list, liked, K).ndcg();
            judged[TRUTH][i] = Gain.ndcg(list, truth, seen, K);
        }
        return judged;
    }
}
