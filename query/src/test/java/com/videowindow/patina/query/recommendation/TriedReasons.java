package com.videowindow.patina.query.recommendation;

import java.util.Locale;

/** Counts what became of items without what their first reasons name. */
final class TriedReasons {
    private int personal;
    private int impersonal;
    private int lowered;
    private int fell;
    private int fellByChance;
    private int enough;
    private double loss;

    void take(Told.Tried tried) {
        personal++;
        lowered += tried.loss() > 0 ? 1 : 0;
        fell += tried.fell() ? 1 : 0;
        fellByChance += tried.fellByChance() ? 1 : 0;
        enough += tried.enough() ? 1 : 0;
        loss += tried.loss();
    }

    void impersonal() {
        impersonal++;
    }

    int items() {
        return personal + impersonal;
    }

    int lowered() {
        return lowered;
    }

    int fell() {
        return fell;
    }

    int fellByChance() {
        return fellByChance;
    }

    double share(int count) {
        return (double) count / personal;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "items %d, with a personal first reason %d%n"
                        + "without it: score lower %.4f, by %.4f in the mean; rank lower %.4f, by chance %.4f%n"
                        + "with nothing else: in the list %.4f",
                items(),
                personal,
                share(lowered),
                loss / personal,
                share(fell),
                share(fellByChance),
                share(enough));
    }
}
