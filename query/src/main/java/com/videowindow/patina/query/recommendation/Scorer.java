package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.EditorialListSet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.chance.Draw;
import com.videowindow.patina.learning.ranking.ContentInterest;
import com.videowindow.patina.learning.ranking.Terms;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * What each part of the score of a piece of content is for one list.
 *
 * <p>Interest is {@link ContentInterest} by the person's affinities. Exploration is a draw as {@link Explored} says, less of it for
 * what this person is averse to.
 */
final class Scorer {
    static final double HALVES_EVERY = Duration.ofDays(30).toSeconds();
    private static final long YEAR = Duration.ofDays(365).toSeconds();
    private static final int HOUR = 3_600;
    private static final double MOST_HALVINGS = 64;

    /** A power for each piece of a large catalogue would cost more than all else. */
    private static final double[] AFTER_HOURS = halved((int) (YEAR / HOUR) + 1, HOUR);

    private static final double[] AFTER_SECONDS = halved(HOUR, 1);

    private final Shelf shelf;
    private final CatalogSnapshot catalog;
    private final Taste taste;
    private final Related related;
    private final Weights weights;
    private final Terms terms;
    private final RulesInForce rules;
    private final float mostPopular;
    private final Explored explored;
    private final double ofExploration;
    private final long draws;
    private final int slot;
    private final long now;

    /** @param mostPopular what popularity is measured against; 1 is the most popular of all */
    Scorer(
            Shelf shelf,
            Taste taste,
            Related related,
            Weights weights,
            RulesInForce rules,
            float mostPopular,
            long seed,
            Instant now) {
        this.shelf = shelf;
        this.catalog = shelf.catalog();
        this.taste = taste;
        this.related = related;
        this.weights = weights;
        this.rules = rules;
        this.terms = new Terms(catalog, taste.mix(), weights.diversity(), weights.ofCreator(), weights.ofCalibration());
        this.mostPopular = mostPopular;
        this.explored = Explored.by(weights);
        this.ofExploration = Part.EXPLORATION.weight(weights);
        this.draws = Draw.seeded(seed);
        this.slot = shelf.slots().drawn(draws);
        this.now = now.getEpochSecond();
    }

    /** Where no rules are in force. */
    Scorer(Shelf shelf, Taste taste, Related related, Weights weights, float mostPopular, long seed, Instant now) {
        this(shelf, taste, related, weights, RulesInForce.NONE, mostPopular, seed, now);
    }

    /** What the rest of the list makes of it. */
    Terms terms() {
        return terms;
    }

    Weights weights() {
        return weights;
    }

    RulesInForce rules() {
        return rules;
    }

    /** The sum of all parts where nothing stands above: what stands there only takes away. */
    double score(int content) {
        double interest = interest(content);
        return weights.interest() * interest
                + Part.MAKEABLE.weight(weights) * makeable(content)
                + weights.collaborative() * collaborative(content)
                + weights.ofLikeness() * likeness(content)
                + weights.trending() * popularity(content)
                + weights.freshness() * freshness(content)
                + ofExploration * exploration(content, interest)
                + weights.ofRelated() * related.of(content)
                + weights.ofEditorial() * editorial(content)
                + rules.boost(content)
                + terms.calibration(content);
    }

    double part(Part part, int content) {
        return switch (part) {
            case INTEREST -> weights.interest() * interest(content);
            case MAKEABLE -> Part.MAKEABLE.weight(weights) * makeable(content);
            case COLLABORATIVE -> weights.collaborative() * collaborative(content);
            case LIKENESS -> weights.ofLikeness() * likeness(content);
            case RELATED -> weights.ofRelated() * related.of(content);
            case TRENDING -> weights.trending() * popularity(content);
            case FRESHNESS -> weights.freshness() * freshness(content);
            case EDITORIAL -> weights.ofEditorial() * editorial(content);
            case EXPLORATION -> ofExploration * exploration(content, interest(content));
            case BOOST -> rules.boost(content);
            case DIVERSITY, CREATOR, CALIBRATION, PIN, CAP -> 0;
        };
    }

    Explored explored() {
        return explored;
    }

    /** What this list explores, ascending. */
    int[] explorable() {
        return ofExploration == 0 ? new int[0] : shelf.slots().having(slot);
    }

    private boolean explores(int content) {
        return ofExploration != 0 && shelf.slots().isIn(content, slot);
    }

    /** More than exploration can add. */
    double mostLuck(int content) {
        return explores(content) ? ofExploration * explored.reach(shelf, content) : 0;
    }

    /** The most that exploration could have added. */
    double luck(int content) {
        double most = mostLuck(content);
        return most == 0 ? 0 : most * (1 + Math.min(0, interest(content)));
    }

    /** What one facet adds to the interest, before it is divided by all of them. */
    double pull(int facet) {
        return shelf.importance(facet) * taste.affinity(facet);
    }

    /** 1 when published now, half after 30 days, nothing after a year. */
    double freshness(int content) {
        long age = Math.max(0, now - catalog.publishedAt(content));
        return age > YEAR ? 0 : AFTER_HOURS[(int) (age / HOUR)] * AFTER_SECONDS[(int) (age % HOUR)];
    }

    /** What freshness beside what came out last is to be multiplied by. */
    float sinceLatest() {
        return (float) StrictMath.pow(0.5, Math.max(-MOST_HALVINGS, (now - catalog.latest()) / HALVES_EVERY));
    }

    /** What {@link Shelf#popularity} is to be multiplied by. */
    float timesPopularity() {
        return 1 / mostPopular;
    }

    /** 0 (nobody liked it lately) to 1 (the most popular of those that it is measured against). */
    float popularity(int content) {
        return mostPopular == 1 ? shelf.popularity(content) : Math.min(1, shelf.popularity(content) / mostPopular);
    }

    /** 1 for what editors put first, falling by even steps; 0 for what they did not choose. */
    double editorial(int content) {
        if (weights.ofEditorial() == 0) {
            return 0;
        }
        int place = catalog.editorial(content);
        return place < 0 ? 0 : (double) (EditorialListSet.MOST - place) / EditorialListSet.MOST;
    }

    double related(int content) {
        return related.of(content);
    }

    private static double[] halved(int many, int seconds) {
        return IntStream.range(0, many)
                .mapToDouble(i -> StrictMath.pow(0.5, i * seconds / HALVES_EVERY))
                .toArray();
    }

    double interest(int content) {
        if (!taste.hasInterests()) {
            return 0;
        }
        ContentInterest interest = new ContentInterest();
        for (int facet : catalog.facetsOf(content)) {
            interest.add(shelf.importance(facet), taste.affinity(facet));
        }
        return interest.value();
    }

    /** Whether the person could make next what it shows: 0 where it says of none of what they practised. */
    private double makeable(int content) {
        return weights.interest() == 0 || !taste.hasInterests()
                ? 0
                : taste.makeable()
                        .of(
                                catalog.skillOf(content),
                                practised(content, FacetKind.TECHNIQUE),
                                practised(content, FacetKind.MATERIAL));
    }

    /** The share of the content's facets of a kind that the person has seen to the end somewhere. */
    double practised(int content, FacetKind kind) {
        int met = 0;
        int all = 0;
        for (int facet : catalog.facetsOf(content)) {
            if (catalog.isOfKind(facet, kind)) {
                all++;
                met += taste.isPractised(facet) ? 1 : 0;
            }
        }
        return met == 0 ? 0 : (double) met / all;
    }

    private double likeness(int content) {
        return weights.ofLikeness() == 0 ? 0 : taste.alike().of(content);
    }

    private double collaborative(int content) {
        return taste.together().of(content);
    }

    /** 0 to 1. */
    double exploration(int content, double interest) {
        return explores(content)
                ? explored.drawn(Draw.of(draws, shelf.chance(content)))
                        * explored.reach(shelf, content)
                        * (1 + Math.min(0, interest))
                : 0;
    }
}
