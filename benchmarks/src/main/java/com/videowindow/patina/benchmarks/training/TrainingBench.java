package com.videowindow.patina.benchmarks.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.learning.linear.SymmetricMatrix;
import com.videowindow.patina.learning.recommender.Ease;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.ejml.data.DMatrixRMaj;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What it costs to train from many items. */
@Command(
        name = "training",
        description = {
            "How long EASE takes to train on made-up likes, and what memory: exact, or approximated beyond --exact items.",
            "Beside it, ours and EJML invert the same smaller matrix."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TrainingBench implements Callable<Integer> {

    @Option(names = "--items", defaultValue = "10000", description = "Of the catalogue (default: ${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--likes", defaultValue = "1000000", description = "Of all people (default: ${DEFAULT-VALUE}).")
    private int likes;

    @Option(
            names = "--exact",
            defaultValue = "" + Ease.EXACT,
            description = "Most items of which the matrix is inverted (default: ${DEFAULT-VALUE}).")
    private int exact;

    @Option(
            names = "--beside",
            defaultValue = "3000",
            description = "Items of the matrix that EJML inverts as well; 0 for none (default: ${DEFAULT-VALUE}).")
    private int beside;

    @Option(names = "--threads", defaultValue = "2", description = "Of both (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--seed", defaultValue = "1", description = "Of the likes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        ObjectNode figures = PatinaJson.mapper().createObjectNode().put("benchmark", "training");
        try (ForkJoinPool workers = new ForkJoinPool(threads)) {
            figures.put("threads", threads).set("ease", ease(workers));
            if (beside > 0) {
                figures.set("inverting", inverting(workers));
            }
        }
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    private ObjectNode ease(ForkJoinPool workers) {
        Generated data = Generated.of(items, likes, seed);
        Ease.Settings settings = new Ease.Settings(500, 9, 500, exact);
        Cost<Ease> cost = Cost.of(() -> Ease.train(data.liked(), data.facets(), settings, workers));
        String how = items > exact ? "approximated" : "exact";
        System.out.printf(
                Locale.ROOT,
                "EASE, %s: %,d items, %,d likes of %,d people: %.1f s (%.1f s of processors), heap at most %,d MiB%n",
                how,
                items,
                data.liked().size(),
                data.liked().users(),
                cost.seconds(),
                cost.processor(),
                cost.peakMiB());
        return told(cost)
                .put("items", items)
                .put("likes", data.liked().size())
                .put("people", data.liked().users())
                .put("how", how);
    }

    private ObjectNode inverting(ForkJoinPool workers) {
        Generated data = Generated.of(beside, likes, seed);
        Cost<SymmetricMatrix> ours = Cost.of(() -> Inverting.ours(data.liked(), workers));
        Cost<DMatrixRMaj> theirs = Cost.of(() -> Inverting.ejml(data.liked(), threads));
        double difference = Inverting.difference(ours.made(), theirs.made());
        System.out.printf(
                Locale.ROOT,
                "Inverting %,d x %,d: ours %.1f s (%.1f s of processors), EJML %.1f s (%.1f s); they differ by %.0e of the largest%n",
                beside,
                beside,
                ours.seconds(),
                ours.processor(),
                theirs.seconds(),
                theirs.processor(),
                difference);
        ObjectNode told =
                PatinaJson.mapper().createObjectNode().put("items", beside).put("difference", difference);
        told.set("patina", told(ours));
        return told.set("ejml", told(theirs));
    }

    private static ObjectNode told(Cost<?> cost) {
        return PatinaJson.mapper()
                .createObjectNode()
                .put("seconds", cost.seconds())
                .put("processorSeconds", cost.processor())
                .put("peakHeapMiB", cost.peakMiB());
    }
}
