package com.videowindow.patina.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Elasticsearch refuses to run as root, so root starts it as "nobody", who then owns the folder. On Linux the kernel also
 * kills it when the thread that started it is gone, however this process ends.
 */
final class UnprivilegedUser {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private UnprivilegedUser() {}

    static boolean isNeeded() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }

    static List<String> run(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) whole.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        if (isNeeded()) {
            String nobody = Integer.toString(NOBODY);
            if (whole.isEmpty()) throw new IllegalStateException("Elasticsearch cannot run as root without setpriv");
            whole.addAll(List.of("--reuid", nobody, "--regid", nobody, "--clear-groups"));
        }
        whole.addAll(command);
        return whole;
    }

    static void own(Path folder) {
        if (!isNeeded()) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give " + folder + " to an unprivileged user", e);
        }
    }

    /** Whether a folder in a place that anybody can write to is ours, not one that somebody laid out for us. */
    static boolean mayUse(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return true;
        try {
            Object owner = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            return owner.equals(NOBODY) || owner.equals(ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether that user can get there: root's own folders (a home, a temporary folder) are often closed to all others. */
    static boolean canReach(Path folder) {
        return !isNeeded() || parents(folder).allMatch(UnprivilegedUser::isOpenToAll);
    }

    private static Stream<Path> parents(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().getParent(), parent -> parent != null, Path::getParent)
                .filter(Files::exists);
    }

    private static boolean isOpenToAll(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
