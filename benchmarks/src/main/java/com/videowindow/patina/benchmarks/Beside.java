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

    static Beside ingesting(OpenLoop events, Audience audience) {
        CompletableFuture<Measured> sent = new CompletableFuture<>();
        Thread.ofPlatform().name("ingesting").start(() -> {
            try {
                sent.complete(events.run("ingesting: events beside", audience::interact));
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
