package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.learning.preference.ProfileState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the items of people about whom about as much came true as was foretold. Counts of items, where not said. */
public final class TriedBand {
    private static final int FEW = 10;
    static final List<String> NAMES = List.of("little foretold", "under 0.6", "0.6 to 0.8", "0.8 and over");

    final String name;
    final List<Integer> smallest = new ArrayList<>();
    final List<Trained> trained = new ArrayList<>();
    int people;
    int items;
    int sums;
    int personal;
    int honest;
    int lowered;
    int ranked;
    int told;
    int fell;
    int fellByChance;
    int inTop;
    int left;
    int leftByChance;
    int enough;
    int replaced;
    double loss;

    TriedBand(String name) {
        this.name = name;
    }

    /** What a first place loses and whether it falls, with the model that there is and with one trained without. */
    record Trained(double fixed, double anew, boolean falls, boolean fallsAnew) {}

    static String nameOf(ProfileState state) {
        if (state.predictions() < FEW) {
            return NAMES.getFirst();
        }
        double accuracy = (double) state.hits() / state.predictions();
        return NAMES.get(accuracy < 0.6 ? 1 : accuracy < 0.8 ? 2 : 3);
    }

    void add(TriedBand other) {
        smallest.addAll(other.smallest);
        trained.addAll(other.trained);
        people += other.people;
        items += other.items;
        sums += other.sums;
        personal += other.personal;
        honest += other.honest;
        lowered += other.lowered;
        ranked += other.ranked;
        told += other.told;
        fell += other.fell;
        fellByChance += other.fellByChance;
        inTop += other.inTop;
        left += other.left;
        leftByChance += other.leftByChance;
        enough += other.enough;
        replaced += other.replaced;
        loss += other.loss;
    }

    /** The columns of {@link #row}. */
    public static String head() {
        return "| accuracy | people | items | parts are the score | first reasons | true of the person | score lower"
                + " | by, mean | as told | rank lower | by chance | out of ten | by chance | enough alone"
                + " | replacement right | smallest set, median | beyond 20 | trained anew: lower | rank lower as before"
                + " | pairs in the same order |\n|" + "---|".repeat(20);
    }

    public String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %d | %s | %s | %.3f | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
                name,
                people,
                items,
                share(sums, items),
                personal,
                share(honest, personal),
                share(lowered, personal),
                personal == 0 ? 0 : loss / personal,
                share(told, ranked),
                share(fell, ranked),
                share(fellByChance, ranked),
                share(left, inTop),
                share(leftByChance, inTop),
                share(enough, ranked),
                share(replaced, ranked),
                median(),
                share((int) smallest.stream().filter(size -> size == 0).count(), smallest.size()),
                share((int) trained.stream().filter(one -> one.anew() > 0).count(), trained.size()),
                share(
                        (int) trained.stream()
                                .filter(one -> one.falls() == one.fallsAnew())
                                .count(),
                        trained.size()),
                sameOrder());
    }

    private String median() {
        List<Integer> found =
                smallest.stream().filter(size -> size > 0).sorted().toList();
        return found.isEmpty() ? "-" : Integer.toString(found.get(found.size() / 2));
    }

    /** Of all pairs of reasons, in how many the one that weighs more does so with either model. */
    private String sameOrder() {
        int pairs = 0;
        int same = 0;
        for (int one = 0; one < trained.size(); one++) {
            for (int other = 0; other < one; other++) {
                double fixed = trained.get(one).fixed() - trained.get(other).fixed();
                double anew = trained.get(one).anew() - trained.get(other).anew();
                pairs++;
                same += fixed * anew > 0 ? 1 : 0;
            }
        }
        return share(same, pairs);
    }

    private static String share(int count, int of) {
        return of == 0 ? "-" : String.format(Locale.ROOT, "%.3f of %d", (double) count / of, of);
    }
}
