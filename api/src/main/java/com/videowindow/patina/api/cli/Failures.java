package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.KeysUnavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** What went wrong, for a person at a terminal. */
final class Failures {

    private Failures() {}

    /** Of all that led to it, the outermost that people know. */
    static String inWords(Throwable failure) {
        Throwable root = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String words = known(each);
            if (words != null) {
                return words;
            }
            root = each;
        }
        boolean said = root instanceof IllegalStateException || root instanceof IllegalArgumentException;
        String message = root.getMessage();
        return said && message != null ? message : root.toString();
    }

    private static @Nullable String known(Throwable failure) {
        return switch (failure) {
            case ConnectException gone -> "the server no longer answers; once it runs, say the same again";
            case NoSuchFileException missing -> "there is no file or folder " + missing.getFile();
            case FileAlreadyExistsException there -> "there is a file " + there.getFile() + " already";
            case HttpRefused refused -> refused.getMessage();
            case KeysUnavailable away -> away.getMessage();
            case PortInUseException taken ->
                "port " + taken.getPort() + " is in use; stop what uses it, or name another by PATINA_PORT";
            case BindException wrong -> "the setting " + wrong.getName() + " has a value that cannot be used";
            case AccessDeniedException closed -> "no permission for " + closed.getFile();
            case CharacterCodingException binary -> "a file that was named is not text";
            case FileSystemException odd ->
                odd.getFile() + ": " + Objects.requireNonNullElse(odd.getReason(), "it cannot be used so");
            case IOException lost -> "the server or a file cannot be read: " + message(lost);
            default -> null;
        };
    }

    private static String message(IOException lost) {
        return Objects.requireNonNullElse(lost.getMessage(), lost.getClass().getSimpleName());
    }

    /** Whether this process is ending already, by Ctrl-C or a signal: what fails then, fails because of that. */
    static boolean areOfTheEnd() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
