package com.videowindow.patina.api.cli;

/** The server answered, but not with success. */
final class HttpRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    HttpRefused(String what, int status, String body) {
        super(what + " was answered with " + status + ": " + body);
        this.status = status;
    }

    int status() {
        return status;
    }
}
