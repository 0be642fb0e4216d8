package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.learning.likeness.ContentLikeness;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What words and embeddings are worth beside facets where it is asked what is like one work. The yardstick is how much more than
 * everybody those like each other work who would like the one: only the world can tell.
 *
 * @param works that were asked about
 * @param words nDCG@10 with them, against facets alone
 * @param embeddings likewise
 * @param both likewise
 */
public record WorthOfSimilar(int works, Compared words, Compared embeddings, Compared both) {
    private static final int PEOPLE = 400;
    private static final int ASKED = 300;
    private static final double OF_REST = 0.75;

    public static WorthOfSimilar of(Market market, int day) {
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        List<double[]> likes = IntStream.range(
                        0, Math.min(PEOPLE, market.scenario().people()))
                .parallel()
                .mapToObj(market::life)
                .map(life -> likes(market, life, day))
                .toList();
        List<ContentLikeness> ways = List.of(
                ContentLikeness.ofWords(catalogue),
                ContentLikeness.ofEmbeddings(catalogue),
                ContentLikeness.of(catalogue));
        int works = Math.min(ASKED, catalogue.size());
        double[][] judged = IntStream.range(0, works)
                .map(place -> (int) ((long) place * catalogue.size() / works))
                .parallel()
                .mapToObj(one -> judged(one, catalogue, ways, more(one, likes, catalogue.size())))
                .toArray(double[][]::new);
        double[] facets = Compared.column(judged, 0);
        return new WorthOfSimilar(
                works,
                Compared.of(Compared.column(judged, 1), facets, 1),
                Compared.of(Compared.column(judged, 2), facets, 2),
                Compared.of(Compared.column(judged, 3), facets, 3));
    }

    private static double[] likes(Market market, Life life, int day) {
        return market.works().stream()
                .mapToDouble(work -> market.likes(life, work, day))
                .toArray();
    }

    /** Of each work how much more those like it who would like the one; 0 where less. */
    private static double[] more(int one, List<double[]> likes, int works) {
        double[] theirs = new double[works];
        double[] all = new double[works];
        double of = 0;
        for (double[] person : likes) {
            of += person[one];
            for (int work = 0; work < works; work++) {
                theirs[work] += person[one] * person[work];
                all[work] += person[work];
            }
        }
        for (int work = 0; work < works; work++) {
            theirs[work] = Math.max(0, theirs[work] / of * likes.size() / all[work] - 1);
        }
        return theirs;
    }

    private static double[] judged(int one, List<Content> catalogue, List<ContentLikeness> ways, double[] truth) {
        double[] judged = new double[1 + ways.size()];
        judged[0] = judged(one, truth, work -> shared(catalogue.get(one), catalogue.get(work)));
        for (int way = 0; way < ways.size(); way++) {
            ContentLikeness likeness = ways.get(way);
            judged[1 + way] = judged(one, truth, work -> {
                double shared = shared(catalogue.get(one), catalogue.get(work));
                return shared + (1 - shared) * OF_REST * Math.max(0, likeness.of(one, work));
            });
        }
        return judged;
    }

    private static double judged(int one, double[] truth, IntToDoubleFunction like) {
        BitSet itself = new BitSet();
        itself.set(one);
        double[] scores = IntStream.range(0, truth.length).mapToDouble(like).toArray();
        return Gain.ndcg(Gain.best(scores, itself, Asked.K), truth, itself, Asked.K);
    }

    private static double shared(Content one, Content other) {
        List<Facet> hers = one.facets().values();
        List<Facet> his = other.facets().values();
        double both = hers.stream().filter(his::contains).count();
        double all = hers.size() + his.size() - both;
        return all == 0 ? 0 : both / all;
    }
}
