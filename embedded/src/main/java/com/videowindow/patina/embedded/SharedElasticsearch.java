package com.videowindow.patina.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One empty Elasticsearch for all tests of a Java process, started at the first question and gone with the process. It
 * compiles quickly rather than well, which halves the work of its start.
 */
public final class SharedElasticsearch {
    private SharedElasticsearch() {}

    /** Returns when it is ready to answer. */
    public static URI uri() {
        return Running.ELASTICSEARCH.uri();
    }

    private static final class Running {
        private static final EmbeddedElasticsearch ELASTICSEARCH = start();

        private static EmbeddedElasticsearch start() {
            Path target = Path.of("target").toAbsolutePath();
            Path folder =
                    target.resolve("elasticsearch-" + ProcessHandle.current().pid());
            EmbeddedElasticsearch elasticsearch =
                    EmbeddedElasticsearch.startInBackground(folder, "-XX:TieredStopAtLevel=1");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                elasticsearch.close();
                delete(elasticsearch.folder());
                delete(folder);
            }));
            elasticsearch.awaitHealthy();
            return elasticsearch;
        }

        private static void delete(Path folder) {
            if (!Files.exists(folder)) return;
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
