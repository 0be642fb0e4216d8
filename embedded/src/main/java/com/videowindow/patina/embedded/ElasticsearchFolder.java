package com.videowindow.patina.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Elasticsearch lives: its program unpacked once for each version, and its data, which outlive versions. Only what a
 * plain server needs is unpacked; without the other modules it starts in half of the time.
 */
record ElasticsearchFolder(Path root) {
    private static final Logger log = LoggerFactory.getLogger(ElasticsearchFolder.class);
    private static final Path ELSEWHERE = Path.of("/var/tmp");
    private static final String ARCHIVE = "/elasticsearch.zip";
    private static final Set<String> WANTED = Set.of("lib", "modules/transport-netty4");

    static ElasticsearchFolder at(Path wanted) {
        return new ElasticsearchFolder(reachable(wanted.toAbsolutePath().normalize()));
    }

    /** Makes everything ready for a start, unpacking the program when it is new; answers where the program is. */
    Path prepare() throws IOException {
        try (ZipInputStream archive = archive()) {
            ZipEntry first = Objects.requireNonNull(archive.getNextEntry(), "the archive of Elasticsearch is empty");
            Path program = root.resolve(first.getName().replaceFirst("/.*", ""));
            if (!Files.exists(program)) unpack(archive, program);
            lay();
            UnprivilegedUser.own(root);
            return program;
        }
    }

    private static Path reachable(Path wanted) {
        if (UnprivilegedUser.canReach(wanted)) return wanted;
        Elsewhere.removeOrphans(ELSEWHERE);
        Path elsewhere = ELSEWHERE.resolve(Elsewhere.PREFIX + Integer.toHexString(wanted.hashCode()));
        if (!UnprivilegedUser.mayUse(elsewhere))
            throw new IllegalStateException(elsewhere + " belongs to somebody else");
        log.warn(
                "Elasticsearch may not run as root, and no other user can enter {}: it is kept in {} instead",
                wanted,
                elsewhere);
        Elsewhere.note(elsewhere, wanted);
        return elsewhere;
    }

    private static ZipInputStream archive() {
        InputStream stream = Objects.requireNonNull(
                ElasticsearchFolder.class.getResourceAsStream(ARCHIVE), "the archive of Elasticsearch is missing");
        return new ZipInputStream(new BufferedInputStream(stream, 1 << 16));
    }

    /** Moved into place at the end: an interrupted unpacking leaves nothing that looks complete. */
    private void unpack(ZipInputStream archive, Path program) throws IOException {
        log.info("Unpacking Elasticsearch into {} (once)", program);
        Path unfinished = Files.createDirectories(root.resolve("unpacking-" + System.nanoTime()));
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
            Path target = unfinished.resolve(name).normalize();
            if (entry.isDirectory() || !isWanted(name) || !target.startsWith(unfinished)) continue;
            Files.createDirectories(target.getParent());
            Files.copy(archive, target);
        }
        Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isWanted(String name) {
        return WANTED.stream().anyMatch(wanted -> name.startsWith(wanted + "/"));
    }

    private void lay() throws IOException {
        Files.createDirectories(data());
        Files.createDirectories(logs());
        Files.createDirectories(temporary());
        Files.createDirectories(config());
        try (InputStream logging =
                Objects.requireNonNull(getClass().getResourceAsStream("/elasticsearch-log4j2.properties"))) {
            Files.copy(logging, config().resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path config() {
        return root.resolve("config");
    }

    /** What the Java machine itself prints: the reason when Elasticsearch does not even begin. */
    Path console() {
        return logs().resolve("console.log");
    }
}
