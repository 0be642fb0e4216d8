package com.videowindow.patina.node;

import com.videowindow.patina.api.Patina;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One node in this process, on a home of its own. */
public record Node(Path home, ConfigurableApplicationContext context) implements AutoCloseable {

    /** @param settings as on the command line, such as the addresses of stores that the test may take away */
    public static Node start(Path home, String... settings) {
        Stream<String> own = Stream.of(
                "--server.port=0",
                "--patina.home=" + home,
                "--patina.limits.per-second=100000",
                "--patina.limits.burst=100000");
        return new Node(
                home, Patina.serve(Stream.concat(own, Stream.of(settings)).toArray(String[]::new)));
    }

    public Client client(String name) {
        return Client.of(address(), home, name);
    }

    /** For tests that work a node hard and do not ask how fast it answers. */
    public Client client(String name, Duration patience) {
        return Client.of(address(), home, name, patience);
    }

    private URI address() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        context.close();
    }
}
