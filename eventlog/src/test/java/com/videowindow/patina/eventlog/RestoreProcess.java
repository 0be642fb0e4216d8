package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoClient;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogEvidence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** A restore in a process of its own, which is killed when it has come so far. */
final class RestoreProcess {
    private RestoreProcess() {}

    /** @return how far it had come; empty when it came to its end all the same */
    static OptionalLong killedAt(long events, Path folder, Path copy) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestServer.option(),
                        RestoreProcess.class.getName(),
                        folder.toString(),
                        copy.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            return out.lines()
                    .mapToLong(Long::parseLong)
                    .filter(passed -> passed >= events)
                    .findFirst();
        } catch (UncheckedIOException e) {
            return OptionalLong.empty();
        } finally {
            process.toHandle().destroyForcibly();
            process.onExit().join();
        }
    }

    public static void main(String[] args) {
        try (TestServer mongo = TestServer.in(Path.of(args[0]));
                MongoClient client = OpenLog.client(mongo.uri())) {
            new Backup(client.getDatabase(mongo.database()), RestoreProcess::noKey, () -> false)
                    .restore(List.of(Path.of(args[1])), new Until.Everything(), RestoreProcess::say);
        }
    }

    private static LogEvidence noKey() {
        throw new IllegalStateException("nothing is signed here");
    }

    /** Slow enough to be killed on the way. */
    private static void say(long passed) {
        System.out.println(passed);
        System.out.flush();
        LockSupport.parkNanos(1_000_000);
    }
}
