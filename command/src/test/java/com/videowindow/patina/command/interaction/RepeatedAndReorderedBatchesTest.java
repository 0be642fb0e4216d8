package com.videowindow.patina.command.interaction;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.People.POLICY;
import static com.videowindow.patina.command.Shelf.CHISEL;
import static com.videowindow.patina.command.Shelf.DOVETAILS;
import static com.videowindow.patina.command.Shelf.PRICE;
import static com.videowindow.patina.domain.interaction.InteractionKind.LIKE;
import static com.videowindow.patina.domain.interaction.InteractionKind.PURCHASE;
import static com.videowindow.patina.domain.interaction.InteractionKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.command.Shelf;
import com.videowindow.patina.command.consent.ConsentCheck;
import com.videowindow.patina.command.consent.WhatIsConsented;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever a flaky network repeats and reorders, the log holds each message once. */
class RepeatedAndReorderedBatchesTest {

    private static @Nullable RealLog log;

    @BeforeContainer
    static void openTheLog() throws IOException {
        log = RealLog.in(Files.createTempDirectory(Path.of("target"), "batches"));
    }

    @AfterContainer
    static void closeTheLog() {
        log().close();
    }

    @Provide
    Arbitrary<List<List<Integer>>> deliveries() {
        return Arbitraries.integers().between(1, 8).list().ofMaxSize(12).list().ofMaxSize(5);
    }

    @Property(tries = 25)
    void store_the_same_set_of_messages(@ForAll("deliveries") List<List<Integer>> deliveries) {
        SubjectId anna = new SubjectId(UUID.randomUUID());
        ConsentCheck consents = WhatIsConsented.in(
                log().events(),
                new ConsentGiven(anna, Purpose.PERSONALIZATION, POLICY, Channel.WEB, NOON.minusSeconds(60)));
        InteractionIntake intake = new InteractionIntake(consents, Shelf.small(), log().facts());
        Set<Verdict> firsts = new HashSet<>();
        for (List<Integer> batch : deliveries) {
            List<Interaction> interactions =
                    batch.stream().map(RepeatedAndReorderedBatchesTest::message).toList();
            firsts.addAll(intake.handle(new RecordInteractions(anna, interactions, NOON, false)));
        }

        List<Integer> sent =
                deliveries.stream().flatMap(List::stream).distinct().toList();
        List<AboutSubject> stored = log().about(anna);
        assertThat(stored)
                .hasSize(sent.stream().mapToInt(n -> n % 4 == 0 ? 2 : 1).sum());
        assertThat(firsts.stream().filter(RepeatedAndReorderedBatchesTest::isNew))
                .hasSameSizeAs(sent);
    }

    /** Every fourth message is an order, which is two facts. */
    private static Interaction message(int number) {
        Doing doing = number % 4 == 0
                ? Doing.a(PURCHASE).ordering("o-" + number, PRICE).of(CHISEL)
                : Doing.a(number % 2 == 0 ? LIKE : VIEW).on(DOVETAILS);
        return doing.named("m-" + number)
                .at(NOON.minusSeconds(number * 20_000L))
                .done();
    }

    private static boolean isNew(Verdict verdict) {
        return verdict instanceof Verdict.Accepted accepted && !accepted.duplicate();
    }

    private static RealLog log() {
        return Stream.ofNullable(log).findFirst().orElseThrow();
    }
}
