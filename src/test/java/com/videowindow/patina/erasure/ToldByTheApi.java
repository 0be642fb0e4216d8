package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;

/** All that the API tells of somebody: to themselves, as their archive, and to officers, who alone are told of cases. */
final class ToldByTheApi {
    private static final String EXPORTS = "/api/v1/user/exports";
    private static final String COMPLIANCE = "/api/v1/compliance/";
    private static final int OK = 200;
    private static final Duration MADE = Duration.ofMinutes(4);

    private ToldByTheApi() {}

    /** @param folder for the archive, as they have it: under its password */
    static String toThemselves(Canary canary, Path folder) {
        Client person = canary.client();
        JsonNode asked = canary.says("POST " + EXPORTS, "{}");
        String id = asked.path("id").asText();
        String export = EXPORTS + '/' + id;
        await().atMost(MADE)
                .ignoreExceptions() // the node may be busy
                .until(() -> person.get(export, Role.SUBJECT)
                        .json()
                        .path("state")
                        .asText()
                        .equals("ready"));
        try {
            Path archive = Files.write(folder.resolve(id), file(person, export + "/archive", Role.SUBJECT));
            return opened(archive, asked.path("password").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String opened(Path archive, String password) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(archive.toFile(), password.toCharArray())) {
            for (FileHeader file : zip.getFileHeaders()) {
                all.append(new String(zip.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** @param subject their random id, by which officers find those too who left */
    static String toOfficers(Client officer, String subject) {
        JsonNode requests = page(officer, "requests", subject);
        StringBuilder all = new StringBuilder(requests.toString());
        all.append(page(officer, "lookups", subject));
        for (JsonNode request : requests.path("items")) {
            String dossier = COMPLIANCE + "requests/" + request.path("id").asText() + "/dossier";
            all.append(new String(file(officer, dossier, Role.COMPLIANCE), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private static JsonNode page(Client officer, String list, String subject) {
        String address = COMPLIANCE + list + "?limit=200&subject=" + subject;
        JsonNode page = await().atMost(MADE)
                .ignoreExceptions()
                .until(() -> officer.get(address, Role.COMPLIANCE), answer -> answer.status() == OK)
                .json();
        assertThat(page.path("items")).as(page.toString()).isNotEmpty();
        assertThat(page.hasNonNull("next")).as("more than a page").isFalse();
        return page;
    }

    private static byte[] file(Client client, String address, Role role) {
        return await().atMost(MADE).ignoreExceptions().until(() -> client.file(address, role), Objects::nonNull);
    }
}
