package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything at once, for a first look. */
@Command(
        name = "demo",
        description = {
            "Starts everything with a small craft catalogue, and shows what to try.",
            "Starts the stores and the API, tells them of sixty videos, fifteen products and twelve people through the "
                    + "public commands, prints the address, tokens, requests to copy and one recommendation with its "
                    + "reasons, and stays up until Ctrl-C. A second start stores nothing twice."
        },
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.ofEnvironment();
        if (home.server().isPresent()) {
            String problem =
                    "a server runs on this data already, at " + home.server().get();
            throw new ParameterException(spec.commandLine(), problem + "; stop it, or choose another PATINA_HOME");
        }
        Port.ofEnvironment().check();
        System.err.println("Starting Patina with its stores …");
        try (Server server = Server.started(home, "--patina.demo.seeding=true")) {
            ConfigurableApplicationContext node = Objects.requireNonNull(server.own());
            System.err.println("Telling it of a craft catalogue and twelve people …");
            String newest = DemoSeed.load().sow(server);
            JsonNode list = listThatSaw(newest, server.as(Role.SUBJECT, "anna"));
            node.getBean(DemoSeeding.class).finished();
            Path folder = home.folder().toAbsolutePath().normalize();
            new DemoScreen(server.address(), folder, spec.commandLine().getOut()).print(list);
            Serve.await(node);
        }
        return 0;
    }

    /** A machine that is busy starting may take a moment to learn from what it was just told. */
    private static JsonNode listThatSaw(String position, Http anna) {
        String path = "/api/v1/user/recommendations?limit=1&after=" + position;
        JsonNode list = anna.get(path);
        for (int i = 0; i < PATIENCE_SECONDS && list.path("stale").asBoolean(); i++) {
            list = anna.get(path); // each waits a second for what it is to have seen
        }
        return list;
    }
}
