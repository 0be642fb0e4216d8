package com.videowindow.patina.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for markers in what processes hold of files: all that they have mapped, and what is deleted and still open. A deleted
 * file stays for as long as it is held, and no walk through folders meets it. Linux alone tells of it.
 */
final class HeldFiles {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String DELETED = " (deleted)";
    /** As large as all else, and nobody writes there. */
    private static final String JAVA = System.getProperty("java.home") + '/';

    private final Remains remains;
    private final Map<String, Set<String>> found = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> unread = new TreeSet<>();

    private HeldFiles(Remains remains) {
        this.remains = remains;
    }

    static boolean areTold() {
        return Files.isReadable(PROCESSES.resolve("self/maps"));
    }

    /** Of this process and all that it started: embedded stores live in it, or are its children. */
    static HeldFiles searched(Remains remains) {
        HeldFiles files = new HeldFiles(remains);
        Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(process -> PROCESSES.resolve(Long.toString(process.pid())))
                .forEach(process -> {
                    files.lookAtMapped(process);
                    files.lookAtOpen(process);
                });
        return files;
    }

    /** Which markers are found in which files. */
    Map<String, Set<String>> found() {
        return found;
    }

    /** What could not be looked at, and why. */
    Set<String> unread() {
        return unread;
    }

    private void lookAtMapped(Path process) {
        for (Mapping one : mapped(process)) {
            if (!isOfJava(one.name()) && seen.add(one.file())) {
                try {
                    look(one.name(), one.read(process));
                } catch (IOException e) {
                    if (mapped(process).contains(one)) {
                        unread.add(one.name() + ": " + e);
                    }
                }
            }
        }
    }

    private static boolean isOfJava(String name) {
        return name.startsWith(JAVA) && !name.endsWith(DELETED);
    }

    /** Nothing any more of a process that ended. */
    private List<Mapping> mapped(Path process) {
        try {
            return mappings(process);
        } catch (IOException e) {
            missed(process, e);
            return List.of();
        }
    }

    static List<Mapping> mappings(Path process) throws IOException {
        return Files.readAllLines(process.resolve("maps")).stream()
                .flatMap(Mapping::of)
                .toList();
    }

    private void lookAtOpen(Path process) {
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            open.toList().forEach(this::lookAtDeleted);
        } catch (IOException | UncheckedIOException e) {
            missed(process, e);
        }
    }

    private void lookAtDeleted(Path open) {
        try {
            String name = Files.readSymbolicLink(open).toString();
            if (name.endsWith(DELETED) && Files.isRegularFile(open)) {
                look(name, Files.readAllBytes(open));
            }
        } catch (IOException e) {
            missed(open, e);
        }
    }

    private void missed(Path place, Exception why) {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            unread.add(place + ": " + why);
        }
    }

    private void look(String name, byte[] bytes) {
        remains.in(bytes).forEach(marker -> found.computeIfAbsent(marker, unused -> new TreeSet<>())
                .add(name));
    }
}
