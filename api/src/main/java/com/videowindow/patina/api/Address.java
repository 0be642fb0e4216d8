package com.videowindow.patina.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves the server's address in its data folder, where commands beside it look for it. */
@Component
final class Address {

    private static final Logger LOG = LoggerFactory.getLogger(Address.class);

    private final Path note;
    private final ObjectMapper json;
    private volatile boolean left;

    Address(@Value("${patina.home}") Path home, ObjectMapper json) {
        this.note = home.resolve("server.json");
        this.json = json;
    }

    @EventListener
    void onReady(ApplicationReadyEvent ready) throws IOException {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext server) {
            String address = "http://127.0.0.1:" + server.getWebServer().getPort();
            Path draft = note.resolveSibling("server.json.draft");
            Files.createDirectories(note.toAbsolutePath().getParent());
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("address", address);
            ProcessHandle process = ProcessHandle.current();
            said.put("pid", process.pid());
            process.info().startInstant().ifPresent(start -> said.put("started", start.getEpochSecond()));
            // Its own MongoDB is on loopback and without secrets; the address of another one may hold a password.
            said.put("mongodb", server.getEnvironment().getProperty("patina.embedded.mongodb", ""));
            json.writeValue(draft.toFile(), said);
            Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            left = true;
        }
    }

    @EventListener
    void onClose(ContextClosedEvent closed) {
        try {
            if (left) {
                Files.deleteIfExists(note);
            }
        } catch (IOException stays) {
            LOG.warn("The address of this server could not be removed", stays);
        }
    }
}
