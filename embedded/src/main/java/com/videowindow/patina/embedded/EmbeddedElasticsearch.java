package com.videowindow.patina.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A real Elasticsearch as a child process on free loopback ports, its data kept in a folder. It is started again when it
 * dies, and never outlives this process.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final FolderLock lock;
    private final ElasticsearchLaunch launch;
    private final URI uri;
    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private @Nullable Supervisor supervisor;

    private EmbeddedElasticsearch(FolderLock lock, ElasticsearchLaunch launch) {
        this.lock = lock;
        this.launch = launch;
        uri = URI.create("http://127.0.0.1:" + launch.httpPort());
    }

    /** Returns when it is ready to answer. */
    public static EmbeddedElasticsearch start(Path folder) {
        EmbeddedElasticsearch elasticsearch = startInBackground(folder);
        elasticsearch.awaitHealthy();
        return elasticsearch;
    }

    /** Returns at once; its address is known already, its answers come some seconds later. */
    public static EmbeddedElasticsearch startInBackground(Path folder, String... extraJavaFlags) {
        FolderLock lock = FolderLock.take(folder);
        try {
            ElasticsearchLaunch launch = new ElasticsearchLaunch(
                    ElasticsearchFolder.at(folder), freePort(), freePort(), List.of(extraJavaFlags));
            EmbeddedElasticsearch elasticsearch = new EmbeddedElasticsearch(lock, launch);
            elasticsearch.resume();
            return elasticsearch;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public URI uri() {
        return uri;
    }

    public boolean healthy() {
        try {
            HttpRequest health = HttpRequest.newBuilder(
                            uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void awaitHealthy() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!healthy()) {
            if (Thread.currentThread().isInterrupted()) throw new IllegalStateException("interrupted");
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("Elasticsearch is not ready after %s; see %s"
                        .formatted(START_LIMIT, launch.folder().logs()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Ends it and keeps its ports and data, as an outage would. */
    public synchronized void suspend() {
        if (supervisor != null) supervisor.stop();
        supervisor = null;
    }

    /** Starts it again on the same ports, in the background. */
    public synchronized void resume() {
        if (supervisor == null) supervisor = Supervisor.start(launch);
    }

    /** The process of now, for tests that end it in the hard way. */
    synchronized @Nullable Process process() {
        return supervisor == null ? null : supervisor.process();
    }

    /** Where it really lives, which is elsewhere when no unprivileged user can enter the folder asked for. */
    Path folder() {
        return launch.folder().root();
    }

    @Override
    public void close() {
        suspend();
        http.close();
        lock.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
