package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.command.erasure.ErasureCommand.RecordTold;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Goodbyes;
import com.videowindow.patina.domain.erasure.Parties;
import com.videowindow.patina.domain.erasure.PartyName;
import com.videowindow.patina.domain.erasure.PartyTold;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.sagas.Pauses;
import com.videowindow.patina.sagas.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells others who hold something about people that these left, once their keys are destroyed, and again until they take it.
 * Who was told stands in the log; two nodes may tell the same at once, under the same id.
 */
@Component
final class GoodbyeCare extends Rounds implements Parties {
    private static final Logger log = LoggerFactory.getLogger(GoodbyeCare.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** After this long nobody is still asking for an erasure that was about to be asked for. */
    private static final Duration ASKING = Duration.ofMinutes(10);

    private final Goodbyes goodbyes;
    private final PastEvents past;
    private final Messenger messenger;
    private final CommandGateway commands;
    private final Map<PartyName, Party> parties;
    private final Duration giveUp;
    private final Clock clock = Clock.systemUTC();
    private final Map<Goodbye, Pauses> pauses = new ConcurrentHashMap<>();
    private volatile int open;

    GoodbyeCare(
            Goodbyes goodbyes,
            PastEvents past,
            Messenger messenger,
            CommandGateway commands,
            ErasureSettings settings,
            MeterRegistry meters) {
        super("goodbyes", LOOK);
        this.goodbyes = goodbyes;
        this.past = past;
        this.messenger = messenger;
        this.commands = commands;
        this.giveUp = settings.giveUp();
        this.parties = new TreeMap<>(Comparator.comparing(PartyName::value));
        settings.parties().forEach((name, party) -> parties.put(new PartyName(name), party));
        Gauge.builder("patina.erasures.untold", () -> open).register(meters);
    }

    private record Goodbye(Goodbyes.Open erasure, PartyName party) {}

    @Override
    public Set<PartyName> names() {
        return parties.keySet();
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(this::attempt);
    }

    private void attempt() {
        try {
            var all = goodbyes.open();
            open = all.size();
            for (Goodbyes.Open one : all) {
                follow(one, clock.instant());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (LogUnavailable e) {
            log.debug("Others are told later who left: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Others cannot be told who left; it is tried again", e);
        }
    }

    private void follow(Goodbyes.Open one, Instant now) throws InterruptedException {
        ErasureProgress erasure = null;
        Set<PartyName> told = new HashSet<>();
        for (DomainEvent event : past.stream(ErasureEvent.stream(one.subject())).values()) {
            if (event instanceof ErasureEvent step && step.erasure().equals(one.erasure())) {
                erasure = ErasureProgress.after(erasure, step);
                if (step instanceof PartyTold done) {
                    told.add(done.party());
                }
            }
        }
        if (erasure == null) {
            if (one.since().isBefore(now.minus(ASKING))) {
                goodbyes.end(one.erasure()); // it was never asked for
            }
            return;
        }
        if (erasure.state() == ErasureState.CANCELLED || told.containsAll(parties.keySet())) {
            goodbyes.end(one.erasure());
        } else if (erasure.erased() != null) {
            tell(one, erasure, told, now);
        }
    }

    private void tell(Goodbyes.Open one, ErasureProgress erasure, Set<PartyName> told, Instant now)
            throws InterruptedException {
        PlatformUserId user = goodbyes.userOf(one.erasure()).orElse(null);
        if (user == null) {
            return;
        }
        for (Map.Entry<PartyName, Party> party : parties.entrySet()) {
            Goodbye goodbye = new Goodbye(one, party.getKey());
            Pauses before = pauses.getOrDefault(goodbye, Pauses.NONE);
            if (told.contains(party.getKey()) || !before.areOver(now)) {
                continue;
            }
            boolean reached = messenger.tell(party.getValue(), erasure, user, now);
            boolean over = now.isAfter(erasure.changed().plus(giveUp));
            if (reached || over) {
                record(one, party.getKey(), reached, now);
                pauses.remove(goodbye);
            } else {
                pauses.put(goodbye, before.again(now));
                log.warn(
                        "{} could not be told that somebody left, and will be again",
                        party.getKey().value());
            }
        }
    }

    private void record(Goodbyes.Open one, PartyName party, boolean reached, Instant now) {
        try {
            commands.sendAndWait(new RecordTold(one.erasure(), one.subject(), party, reached, now));
        } catch (Refused | ConcurrencyException | CommandExecutionException overtaken) {
            log.debug("That somebody was told is recorded otherwise: {}", overtaken.toString());
        }
    }
}
