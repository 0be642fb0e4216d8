package com.videowindow.patina.sagas.opendsr;

import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.opendsr.SentContents;
import com.videowindow.patina.sagas.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sees to it that what requests said is not kept longer than it may be asked for again. */
@Component
final class SentContentsCare extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(SentContentsCare.class);

    private final SentContents contents;
    private final Clock clock = Clock.systemUTC();

    SentContentsCare(SentContents contents) {
        super("sent-contents", Duration.ofHours(1));
        this.contents = contents;
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(() -> {
            try {
                contents.settle(clock.instant());
            } catch (LogUnavailable e) {
                log.debug("What requests said goes later: {}", e.toString());
            } catch (RuntimeException e) {
                log.error("What requests said cannot be removed; it is tried again", e);
            }
        });
    }
}
