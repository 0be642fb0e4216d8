package com.videowindow.patina.sagas.consent;

import com.videowindow.patina.command.consent.ConsentCommand.ExpireConsent;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.consent.OverdueConsents;
import com.videowindow.patina.domain.consent.OverdueConsents.Overdue;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.sagas.Rounds;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Writes down that consents ran out, so that what was derived under them goes too. The gates let nothing through from the
 * moment on at which they did, whether this was written or not; several nodes may try, and one does.
 */
@Component
@EnableConfigurationProperties(ExpirySettings.class)
final class ExpiryCare extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(ExpiryCare.class);
    private static final int AT_ONCE = 1_000;

    private final OverdueConsents consents;
    private final CommandGateway commands;
    private final Clock clock = Clock.systemUTC();

    ExpiryCare(OverdueConsents consents, CommandGateway commands, ExpirySettings settings) {
        super("consent-expiry", settings.look());
        this.consents = consents;
        this.commands = commands;
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(this::attempt);
    }

    private void attempt() {
        try {
            consents.overdue(clock.instant(), AT_ONCE).forEach(this::expire);
        } catch (LogUnavailable e) {
            log.debug("Ends of consents wait: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Ends of consents fail to be written, and are tried again", e);
        }
    }

    private void expire(Overdue over) {
        try {
            commands.sendAndWait(new ExpireConsent(over.subject(), over.purpose(), clock.instant()));
        } catch (Refused | Erased | ConcurrencyException | CommandExecutionException otherwise) {
            log.debug("The end of a consent was decided otherwise meanwhile: {}", otherwise.toString());
        }
    }
}
