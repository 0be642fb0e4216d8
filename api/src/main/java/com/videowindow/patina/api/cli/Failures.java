package com.videowindow.patina.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;

/** What went wrong, for a person at a terminal. */
final class Failures {

    private Failures() {}

    static String inWords(Exception failure) {
        return switch (failure) {
            case UncheckedIOException lost when lost.getCause() != null -> inWords(lost.getCause());
            case ConnectException gone -> "the server no longer answers; once it runs, say the same again";
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case HttpRefused refused -> String.valueOf(refused.getMessage());
            case IOException lost -> "lost the server or a file: " + lost;
            default -> failure.toString();
        };
    }
}
