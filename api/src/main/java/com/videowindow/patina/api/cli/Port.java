package com.videowindow.patina.api.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.web.server.PortInUseException;

/** The port that a server is to have, looked at before anything else is started for it. */
record Port(String wanted) {

    private static final int HIGHEST = 65_535;

    static Port ofEnvironment() {
        return new Port(System.getenv().getOrDefault("PATINA_PORT", "8080"));
    }

    void check() {
        int number = wanted.matches("\\d{1,5}") ? Integer.parseInt(wanted) : -1;
        if (number < 0 || number > HIGHEST) {
            throw new IllegalStateException("PATINA_PORT must be a number from 0 to " + HIGHEST);
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(number));
        } catch (IOException taken) {
            throw new PortInUseException(number, taken);
        }
    }
}
