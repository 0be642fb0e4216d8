package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Resident;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Tells a simulated market to a server, as its clients would. */
record MarketTold(Market market, Server server, Tally tally) {
    private static final int PER_REQUEST = 500;
    private static final String NOT_ALLOWED = "/consent-missing";

    void tell(int inFlight) throws IOException, InterruptedException {
        server.awaitMemory();
        MarketConsents consents = MarketConsents.published(server);
        publish();
        Http service = server.as(Role.SERVICE, "simulate-market");
        AtomicLong told = new AtomicLong();
        try (Progress progress = Progress.of("people", market.residents());
                SideBySide senders = new SideBySide(inFlight)) {
            for (int number = 0; number < market.residents(); number++) {
                Life life = market.life(number);
                senders.send(() -> {
                    tell(life, consents, service);
                    progress.reach(told.incrementAndGet());
                });
            }
        }
    }

    private void publish() {
        List<ObjectNode> all = new ArrayList<>();
        market.works().forEach(work -> all.add(MarketJson.of(work.content())));
        market.goods().forEach(good -> all.add(MarketJson.of(good.product())));
        Http editor = server.as(Role.PRODUCT, "simulate-market");
        for (int from = 0; from < all.size(); from += PER_REQUEST) {
            List<ObjectNode> part = all.subList(from, Math.min(all.size(), from + PER_REQUEST));
            JsonNode answer = editor.postLines("/api/v1/catalog/import", part);
            part.forEach(each -> tally.read("items"));
            tally.stored(
                    "items",
                    answer.path("created").asLong() + answer.path("changed").asLong());
            tally.known("items", answer.path("unchanged").asLong());
            answer.path("refused")
                    .forEach(line -> tally.refused("item", line.path("id").asText(), line.path("problem")));
        }
    }

    private void tell(Life life, MarketConsents consents, Http service) {
        Resident who = life.who();
        consents.refuse(who, server);
        for (ObjectNode arrival : consents.arrivals(who, firstDay(who))) {
            service.post(People.ADDRESS, arrival);
        }
        List<ObjectNode> deeds = life.deeds().stream().map(MarketJson::of).toList();
        for (int from = 0; from < deeds.size(); from += PER_REQUEST) {
            ObjectNode person = MarketConsents.person(who);
            deeds.subList(from, Math.min(deeds.size(), from + PER_REQUEST)).forEach(person.withArray("events")::add);
            count(service.post(People.ADDRESS, person));
        }
        if (!life.returns().isEmpty()) {
            tally.skipped(
                    "return of a purchase, which no client can tell of yet",
                    life.returns().size());
        }
    }

    private Instant firstDay(Resident who) {
        return market.scenario().start().plusDays(who.joins()).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private void count(JsonNode answer) {
        for (JsonNode result : answer.path("results")) {
            JsonNode problem = result.path("problem");
            tally.read("deeds");
            switch (result.path("status").asText()) {
                case "stored" -> tally.stored("deeds", 1);
                case "duplicate" -> tally.known("deeds", 1);
                default -> {
                    if (problem.path("type").asText().endsWith(NOT_ALLOWED)) {
                        tally.skipped("deed that its person allows nobody to remember", 1);
                    } else {
                        tally.refused("deed", result.path("messageId").asText(), problem);
                    }
                }
            }
        }
    }
}
