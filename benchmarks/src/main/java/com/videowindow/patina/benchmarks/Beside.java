package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;

/** What goes on while a load is measured. */
interface Beside extends AutoCloseable {

    /** Begins it. */
    @FunctionalInterface
    interface Work {
        Beside begin() throws IOException, InterruptedException;
    }

    /** How it went, when the load has ended. */
    void tell(PrintStream out, ObjectNode figures) throws IOException, InterruptedException;

    @Override
    default void close() {}

    static Beside nothing() {
        return (out, figures) -> {};
    }

    /** @param batch events in each call */
    static Beside ingesting(OpenLoop calls, Audience audience, int batch) {
        CompletableFuture<Measured> sent = new CompletableFuture<>();
        Thread.ofPlatform().name("ingesting").start(() -> {
            try {
                String name = "ingesting: " + batch + " events each";
                sent.complete(calls.run(name, (number, timing) -> audience.interact(number, batch)));
            } catch (InterruptedException stopped) {
                sent.completeExceptionally(stopped);
            }
        });
        return (out, figures) -> {
            Measured measured = sent.join();
            measured.print(out);
            figures.set("ingested", measured.json());
        };
    }

    static Beside training(ModelOfNode model) throws IOException, InterruptedException {
        model.begin();
        return (out, figures) -> {
            boolean still = model.isTraining();
            out.println(still ? "    trained all the while" : "    the training ended before");
            figures.put("trainedAllTheWhile", still);
        };
    }
}
