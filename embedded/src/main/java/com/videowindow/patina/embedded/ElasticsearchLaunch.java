package com.videowindow.patina.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Starts Elasticsearch's server directly, in the way its own launcher does. The launcher is a second Java process that
 * costs 2.3 s of 8 and would have to be watched too. What it hands over is the flags below and, on the standard input,
 * settings in Elasticsearch's stream format (reference: ServerArgs and KeyStoreWrapper of the version packed here).
 * The input stays open: when it closes, because this process stops or dies, Elasticsearch shuts down by itself.
 */
record ElasticsearchLaunch(ElasticsearchFolder folder, int httpPort, int transportPort, List<String> extraFlags) {
    private static final List<String> FLAGS = List.of(
            "-Xmx512m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            // One machine has better uses for a core than to compile a second server for its peak, too.
            "-XX:TieredStopAtLevel=1",
            "-XX:-OmitStackTraceInFastThrow",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+EnableDynamicAgentLoading",
            "-Djdk.attach.allowAttachSelf=true",
            "-Djava.awt.headless=true",
            "-Djava.locale.providers=CLDR",
            "-Dfile.encoding=UTF-8",
            "-Dio.netty.noUnsafe=true",
            "-Dio.netty.noKeySetOptimization=true",
            "-Dio.netty.recycler.maxCapacityPerThread=0",
            "-Dlog4j.shutdownHookEnabled=false",
            "-Dlog4j2.disable.jmx=true",
            "-Dlog4j2.formatMsgNoLookups=true",
            "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
            "-Des.distribution.type=zip",
            "-Des.networkaddress.cache.ttl=60",
            "-Des.networkaddress.cache.negative.ttl=10",
            "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core,ALL-UNNAMED",
            "--add-exports=java.base/org.elasticsearch.entitlement.bridge="
                    + "org.elasticsearch.entitlement,java.logging,java.net.http,java.naming,jdk.net,jdk.zipfs,"
                    + "jdk.management.agent",
            "--add-modules=jdk.incubator.vector,jdk.net,jdk.management.agent,ALL-MODULE-PATH");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String MAIN = "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch";
    private static final byte[] SEED = "patina-loopback-only".getBytes(StandardCharsets.US_ASCII);

    Process start() throws IOException {
        if (!UnprivilegedUser.canReach(JAVA)) {
            throw new IOException("Elasticsearch may not run as root, and no other user can reach " + JAVA);
        }
        Path program = folder.prepare();
        ProcessBuilder builder = new ProcessBuilder(UnprivilegedUser.run(command(program)))
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.console().toFile());
        builder.environment().put("LIBFFI_TMPDIR", folder.temporary().toString());
        Process process = builder.start();
        try {
            process.getOutputStream().write(arguments(settings(program)));
            process.getOutputStream().flush();
        } catch (IOException itEndedAtOnce) {
            process.destroyForcibly();
        }
        return process;
    }

    private List<String> command(Path program) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(FLAGS);
        command.addAll(extraFlags);
        if (Runtime.version().feature() >= 24) command.add("--illegal-native-access=deny");
        command.add("-Des.path.home=" + program);
        command.add("-Djava.io.tmpdir=" + folder.temporary());
        command.add("-XX:ErrorFile=" + folder.logs().resolve("hs_err_pid%p.log"));
        command.add("--patch-module=java.base=" + bridge(program));
        command.add("--module-path=" + program.resolve("lib"));
        command.addAll(List.of("-m", MAIN));
        return command;
    }

    private static Path bridge(Path program) throws IOException {
        try (Stream<Path> jars = Files.list(program.resolve("lib/entitlement-bridge"))) {
            return jars.findFirst().orElseThrow();
        }
    }

    private Map<String, String> settings(Path program) {
        return new TreeMap<>(Map.of(
                "cluster.name",
                "patina",
                "node.name",
                "patina",
                "path.home",
                program.toString(),
                "path.data",
                folder.data().toString(),
                "path.logs",
                folder.logs().toString(),
                "discovery.type",
                "single-node",
                "network.host",
                "127.0.0.1",
                "http.port",
                Integer.toString(httpPort),
                "transport.port",
                Integer.toString(transportPort),
                "cluster.routing.allocation.disk.threshold_enabled",
                "false"));
    }

    /** No daemon, not quiet, no pid file, an empty keystore but for the seed that each must have, settings, folders. */
    private byte[] arguments(Map<String, String> settings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 0});
        text(out, "org.elasticsearch.common.settings.KeyStoreWrapper");
        out.writeBytes(new byte[] {0, 0, 0, 7, 0, 0, 1});
        text(out, "keystore.seed");
        bytes(out, SEED);
        bytes(out, sha256(SEED));
        out.write(0);
        out.write(settings.size());
        settings.forEach((name, value) -> {
            text(out, name);
            out.write(0);
            text(out, value);
        });
        text(out, folder.config().toString());
        text(out, folder.logs().toString());
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        length(out, text.length());
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        length(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void length(ByteArrayOutputStream out, int length) {
        int left = length;
        while (left > 0x7f) {
            out.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Asks a running server to end; it closes its indexes first. */
    static void end(Process process) {
        try (OutputStream input = process.getOutputStream()) {
            input.write('\u001B');
        } catch (IOException itHasEnded) {
            process.destroy();
        }
    }
}
