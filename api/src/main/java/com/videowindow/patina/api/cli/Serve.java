package com.videowindow.patina.api.cli;

import com.videowindow.patina.api.Patina;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a node until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Runs a node until Ctrl-C or SIGTERM.",
            "Without PATINA_MONGODB_URI and PATINA_ELASTICSEARCH_URI it brings its own stores, on this machine and in "
                    + "PATINA_HOME. Stopping it, even with -9, loses nothing that was acknowledged."
        },
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    @Parameters(paramLabel = "SETTING", description = "Any setting, for example --server.port=9090, after a --.")
    private List<String> settings = List.of();

    @Override
    public Integer call() throws InterruptedException {
        if (settings.stream().noneMatch(each -> each.startsWith("--server.port"))) {
            Port.ofEnvironment().check();
        }
        await(Patina.serve(settings.toArray(String[]::new)));
        return 0;
    }

    /** Returns when the node has stopped, by a signal or by itself. */
    static void await(ConfigurableApplicationContext node) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        node.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
    }
}
