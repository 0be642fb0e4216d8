package com.videowindow.patina.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Holds a store in a Java process of its own, so that a test can kill it. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final String answer;

    private OtherProcess(Process process, String answer) {
        this.process = process;
        this.answer = answer;
    }

    static OtherProcess withMongo(Path folder) throws IOException {
        return start("mongo", folder);
    }

    static OtherProcess withElasticsearch(Path folder) throws IOException {
        return start("elasticsearch", folder);
    }

    private static OtherProcess start(String store, Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        store,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        return new OtherProcess(process, Objects.requireNonNull(output.readLine(), "the other process said nothing"));
    }

    /** The address of its MongoDB, or the process number of its Elasticsearch. */
    String answer() {
        return answer;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "mongo" -> System.out.println(EmbeddedMongo.start(folder).uri());
            default ->
                System.out.println(Objects.requireNonNull(
                                EmbeddedElasticsearch.start(folder).process())
                        .pid());
        }
        new CountDownLatch(1).await();
    }
}
