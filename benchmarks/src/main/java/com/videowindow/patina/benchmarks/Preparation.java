package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Brings a set into a server and trains its model, unless an earlier run on the same folder did. */
record Preparation(ChildServer server, Path folder, Sizes sizes, ObjectNode figures) {

    Audience prepare(Path set, long seed) throws IOException, InterruptedException {
        boolean filled = Files.exists(mark(set));
        Duration start = server.start("/actuator/health");
        figures.put("startSeconds", start.toMillis() / 1e3);
        Footprint footprint = new Footprint(server, figures);
        footprint.take(filled ? "what an earlier run loaded" : "nothing");
        if (!filled) {
            load(set);
            footprint.take("catalogue and people");
        }
        if (sizes.trains()) {
            train(footprint);
        }
        Files.writeString(mark(set), "");
        return Audience.of(server, set, seed);
    }

    private void load(Path set) throws IOException, InterruptedException {
        long began = System.nanoTime();
        server.run(List.of("import", "movielens", set.toString()));
        double seconds = (System.nanoTime() - began) / 1e9;
        figures.put("importSeconds", seconds);
        System.out.printf("imported in %.0f s%n", seconds);
        Projections.awaitCaughtUp(server, sizes.patience());
    }

    private void train(Footprint footprint) throws IOException, InterruptedException {
        ModelOfNode model = new ModelOfNode(server);
        if (!model.isServing()) {
            Duration took = model.train();
            System.out.printf("trained and put in force in %.0f s%n", took.toMillis() / 1e3);
            figures.put("trainingSeconds", took.toMillis() / 1e3);
            footprint.take("the model");
        }
        figures.put("modelBytes", model.bytes());
        System.out.printf("the stored model has %,.1f MiB%n", model.bytes() / Footprint.MIB);
    }

    private Path mark(Path set) {
        return folder.resolve("loaded-" + Integer.toHexString(set.hashCode()) + ".txt");
    }
}
