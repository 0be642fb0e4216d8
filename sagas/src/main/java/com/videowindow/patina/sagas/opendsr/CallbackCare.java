package com.videowindow.patina.sagas.opendsr;

import com.videowindow.patina.command.opendsr.RecordOpenDsr;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.opendsr.Callbacks;
import com.videowindow.patina.domain.opendsr.Callbacks.Call;
import com.videowindow.patina.domain.opendsr.Callbacks.Waiting;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.opendsr.OpenDsrTold;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.opendsr.StatusCalls;
import com.videowindow.patina.domain.opendsr.StatusCalls.Message;
import com.videowindow.patina.domain.opendsr.StatusCalls.Stands;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.sagas.Pauses;
import com.videowindow.patina.sagas.Posting;
import com.videowindow.patina.sagas.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Tells senders of requests how these stand, each time that it changes, until they take it. Who was told stands in the log; two
 * nodes may tell the same at once.
 */
@Component
@EnableConfigurationProperties(CallbackSettings.class)
final class CallbackCare extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(CallbackCare.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Callbacks callbacks;
    private final StatusCalls calls;
    private final Posting posting;
    private final CommandGateway commands;
    private final Duration giveUp;
    private final Clock clock = Clock.systemUTC();
    private final Map<Telling, Pauses> pauses = new ConcurrentHashMap<>();
    private final Map<RequestId, Boolean> aboutNobody = new HashMap<>();
    private boolean saidThatNobodyMay;

    CallbackCare(
            Callbacks callbacks,
            StatusCalls calls,
            Posting posting,
            CommandGateway commands,
            CallbackSettings settings,
            MeterRegistry meters) {
        super("callbacks", LOOK);
        this.callbacks = callbacks;
        this.calls = calls;
        this.posting = posting;
        this.commands = commands;
        this.giveUp = settings.giveUp();
        Gauge.builder("patina.opendsr.untold", pauses::size)
                .description("Senders of requests who could not be told how these stand, and will be again")
                .register(meters);
    }

    private record Telling(RequestId request, Call call) {}

    @Override
    protected List<Runnable> rounds() {
        return List.of(this::attempt);
    }

    private void attempt() {
        try {
            Set<Telling> due = new HashSet<>();
            List<Waiting> open = callbacks.open();
            aboutNobody.keySet().retainAll(open.stream().map(Waiting::id).toList());
            for (Waiting one : open) {
                Stands now = stands(one);
                for (Telling telling : due(one, now.status())) {
                    due.add(telling);
                    tell(one.request(), telling, now.since());
                }
            }
            pauses.keySet().retainAll(due); // what another node told, or is told no more
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (LogUnavailable e) {
            log.debug("Senders are told later how their requests stand: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Senders cannot be told how their requests stand; it is tried again", e);
        }
    }

    /** Of nobody nothing is looked up: no read model has it, however often it is asked. */
    private Stands stands(Waiting one) {
        if (one.cancelled() != null) {
            return new Stands(RequestStatus.CANCELLED, one.cancelled());
        }
        return aboutNobody.computeIfAbsent(one.id(), first -> calls.isAboutNobody(one.request()))
                ? Stands.ofNobody(one.request(), clock.instant())
                : calls.carriedOut(one.request());
    }

    private static List<Telling> due(Waiting one, RequestStatus status) {
        if (status == RequestStatus.PENDING) {
            return List.of();
        }
        return IntStream.range(0, one.request().callbacks().size())
                .mapToObj(callback -> new Call(status, callback))
                .filter(call -> !one.told().contains(call))
                .map(call -> new Telling(one.request().request(), call))
                .toList();
    }

    /** It is given up so long after it came to stand like this, however often this node was started meanwhile. */
    private void tell(OpenDsrReceived request, Telling telling, Instant since) throws InterruptedException {
        Instant now = clock.instant();
        Pauses before = pauses.getOrDefault(telling, Pauses.NONE);
        if (!before.areOver(now)) {
            return;
        }
        Call call = telling.call();
        Optional<Message> message = calls.message(request, call.status(), call.callback());
        boolean reached = message.isPresent() && send(message.get());
        if (reached || now.isAfter(since.plus(giveUp))) {
            commands.sendAndWait(new RecordOpenDsr(new OpenDsrTold(
                    request.request(), engine(request.request()), call.status(), call.callback(), reached, now)));
            pauses.remove(telling);
        } else {
            pauses.put(telling, before.again(now));
            warn(message.isPresent());
        }
    }

    private boolean send(Message message) throws InterruptedException {
        return posting.tell(message.address(), message.headers(), message.body());
    }

    /** Settings stay as they are while a node runs, so that what they forbid is said once. */
    private void warn(boolean allowed) {
        if (allowed) {
            log.warn("The sender of a request could not be told how it stands, and will be again");
        } else if (!saidThatNobodyMay) {
            saidThatNobodyMay = true;
            log.warn(
                    "Senders of requests wait to be told how these stand, and patina.opendsr.callbacks, with"
                            + " patina.opendsr.address, lets them be called no more; those who still wait in the end are given up");
        }
    }

    private static Actor engine(RequestId request) {
        return new Actor(Actor.Kind.ENGINE, new SubjectId(request.value()));
    }
}
