package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/**
 * A node that is started on what is stored already.
 *
 * @param healthy from the start of its process until it has read the log and answers
 * @param served from then until a list that rests on everything, by the stored model where one is in force
 */
record WarmStart(Duration healthy, Duration served) {
    static WarmStart of(ChildServer server, Audience audience, boolean byModel)
            throws IOException, InterruptedException {
        server.close();
        Duration healthy = server.start("/actuator/health");
        long began = System.nanoTime();
        ModelOfNode model = new ModelOfNode(server);
        while ((byModel && !model.isServing()) || !audience.isServed()) {
            Thread.sleep(5);
        }
        return new WarmStart(healthy, Duration.ofNanos(System.nanoTime() - began));
    }

    void print(PrintStream out, ObjectNode figures) {
        out.printf(
                "started again: healthy after %.1f s, the first list %.2f s later%n",
                healthy.toMillis() / 1e3, served.toMillis() / 1e3);
        figures.putObject("warmStart")
                .put("healthySeconds", healthy.toMillis() / 1e3)
                .put("firstListSeconds", served.toMillis() / 1e3);
    }
}
