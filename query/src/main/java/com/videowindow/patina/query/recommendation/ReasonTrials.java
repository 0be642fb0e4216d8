package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.query.recommendation.TriedBand.Trained;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether first reasons are true, by taking out of what is known of people what they rest on: of every item whether its score
 * falls, and by what is told; of one in {@value #SAMPLED} what becomes of its rank, beside as much that is taken at random.
 *
 * <p>Cost: a list or two for each item.
 */
public final class ReasonTrials {
    static final int TOP = 10;
    private static final int SAMPLED = 4;
    private static final int SMALLEST = 20;
    private static final double ROUNDING = 1e-9;

    private final List<TriedBand> bands = new ArrayList<>();

    ReasonTrials() {
        for (String name : TriedBand.NAMES) {
            bands.add(new TriedBand(name));
        }
    }

    /**
     * Everybody of a simulated market who did something.
     *
     * @param places of each list
     * @param trainings how many reasons are also tried with a model that was trained without what they rest on
     */
    public static List<TriedBand> of(Market market, int places, int trainings) {
        MarketShelf shelf = new MarketShelf(market);
        List<TriedList.Person> people = IntStream.range(0, market.residents())
                .mapToObj(market::life)
                .filter(life -> !life.deeds().isEmpty())
                .map(life ->
                        new TriedList.Person(life.who().subject(), life.who().number(), life.deeds()))
                .toList();
        ReasonTrials trials = new ReasonTrials();
        trials.tryAll(shelf.shelf(), people, places, shelf.now());
        trials.train(shelf, people, places, trainings);
        return trials.bands();
    }

    void tryAll(Shelf shelf, List<TriedList.Person> people, int places, Instant now) {
        people.parallelStream().forEach(person -> take(new TriedList(shelf, person, places, now)));
    }

    private void take(TriedList list) {
        TriedBand mine = new TriedBand(TriedBand.nameOf(list.state()));
        mine.people++;
        for (ServedItem item : list.items()) {
            take(list, item, mine);
        }
        if (!list.items().isEmpty()) {
            mine.smallest.add(list.smallest(SMALLEST));
        }
        synchronized (bands) {
            bands.stream().filter(band -> band.name.equals(mine.name)).forEach(band -> band.add(mine));
        }
    }

    private static void take(TriedList list, ServedItem item, TriedBand band) {
        band.items++;
        double parts =
                item.contributions().stream().mapToDouble(Contribution::value).sum();
        band.sums += Math.abs(parts - item.score()) <= ROUNDING ? 1 : 0;
        Reason reason = item.reasons().getFirst();
        if (!Evidence.isPersonal(reason)) {
            return;
        }
        band.personal++;
        Set<ContentId> met = list.met();
        band.honest += met.containsAll(reason.because()) ? 1 : 0;
        double loss = list.loss(item, reason);
        band.lowered += loss > 0 ? 1 : 0;
        band.loss += loss;
        if (item.rank() % SAMPLED == 1) {
            rank(list, item, reason, loss, band);
        }
    }

    private static void rank(TriedList list, ServedItem item, Reason reason, double loss, TriedBand band) {
        Retrying.Retried told = list.told(item, reason);
        Integer rank = told.place().rank();
        Integer other = list.byChance(item, reason);
        band.ranked++;
        band.told += Math.abs(told.loss() - loss) <= ROUNDING ? 1 : 0;
        band.fell += isBelow(rank, item.rank()) ? 1 : 0;
        band.fellByChance += isBelow(other, item.rank()) ? 1 : 0;
        if (item.rank() <= TOP) {
            band.inTop++;
            band.left += isBelow(rank, TOP) ? 1 : 0;
            band.leftByChance += isBelow(other, TOP) ? 1 : 0;
        }
        band.enough += list.isEnough(item, reason) ? 1 : 0;
        band.replaced += Objects.equals(told.instead(), list.instead(item, reason)) ? 1 : 0;
    }

    private static boolean isBelow(@Nullable Integer rank, int than) {
        return rank == null || rank > than;
    }

    /** The first place of some people, evenly among them. */
    private void train(MarketShelf market, List<TriedList.Person> people, int places, int trainings) {
        int many = Math.min(trainings, people.size());
        for (int i = 0; i < many; i++) {
            TriedList.Person person = people.get((int) ((long) i * people.size() / many));
            TriedList list = new TriedList(market.shelf(), person, places, market.now());
            ServedItem item = list.items().isEmpty() ? null : list.items().getFirst();
            if (item == null || !Evidence.isPersonal(item.reasons().getFirst())) {
                continue;
            }
            Reason reason = item.reasons().getFirst();
            Shelf without = market.trainedWithout(person.subject(), list.evidence(reason));
            Trained trained = new Trained(
                    list.loss(item, reason),
                    list.loss(item, reason, without),
                    isBelow(list.told(item, reason).place().rank(), item.rank()),
                    isBelow(list.rank(item, reason, without), item.rank()));
            String band = TriedBand.nameOf(list.state());
            bands.stream().filter(one -> one.name.equals(band)).forEach(one -> one.trained.add(trained));
        }
    }

    /** By how often what was foretold of a person came true, and the last of all together. */
    List<TriedBand> bands() {
        TriedBand all = new TriedBand("all");
        bands.forEach(all::add);
        List<TriedBand> told = new ArrayList<>(bands);
        told.add(all);
        return told;
    }
}
