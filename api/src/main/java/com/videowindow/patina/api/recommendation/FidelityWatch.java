package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.query.recommendation.CheckFidelity;
import com.videowindow.patina.query.recommendation.Fidelity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks a sample of served lists as soon as they are out, on one thread that stands behind those that serve; what comes
 * while that is busy goes unchecked. A list that is not what it says is counted, and its id told, which says nothing of the person.
 */
@Component
final class FidelityWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FidelityWatch.class);
    private static final int WAITING = 16;

    private final Questions questions;
    private final FidelitySettings settings;
    private final Map<Fidelity, Counter> found = new EnumMap<>(Fidelity.class);
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform()
                    .daemon()
                    .name("fidelity")
                    .priority(Thread.MIN_PRIORITY)
                    .factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    FidelityWatch(Questions questions, FidelitySettings settings, MeterRegistry meters) {
        this.questions = questions;
        this.settings = settings;
        for (Fidelity each : Fidelity.values()) {
            found.put(
                    each,
                    Counter.builder("patina.fidelity")
                            .description("Served lists that were checked against the log")
                            .tag("outcome", each.written())
                            .tag("wrong", String.valueOf(each.isWrong()))
                            .register(meters));
        }
    }

    void served(RecommendationsServed list) {
        if (settings.oneIn() > 0 && Math.floorMod(list.id().hashCode(), settings.oneIn()) == 0) {
            worker.execute(() -> check(list));
        }
    }

    private void check(RecommendationsServed list) {
        Fidelity fidelity;
        try {
            fidelity = questions.ask(new CheckFidelity(list), Fidelity.class);
        } catch (RuntimeException away) {
            LOG.debug("A list could not be checked", away);
            return;
        }
        Objects.requireNonNull(found.get(fidelity)).increment();
        if (fidelity.isWrong()) {
            LOG.error("List {} is not what it says: {}", list.id().value(), fidelity.written());
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
