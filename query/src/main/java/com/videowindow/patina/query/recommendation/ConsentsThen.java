package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.query.recommendation.RecommendationAudit.ConsentThen;
import com.videowindow.patina.query.recommendation.RecommendationAudit.ControlThen;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody allowed at a time, and by which events. What was decided later is not heard, nor what was decided by then
 * and stood in the log only after the list did.
 */
final class ConsentsThen {
    /** Within this time a withdrawal is known on all nodes; a list may still rest on what stood before. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(5);

    private final Map<Purpose, LogPosition> purposes = new TreeMap<>();
    private final Map<Control, LogPosition> controls = new EnumMap<>(Control.class);
    private final Policies policies;
    private final Instant at;
    private Standing standing = Standing.NONE;
    private Standing justBefore = Standing.NONE;

    ConsentsThen(SortedMap<LogPosition, DomainEvent> events, Policies policies, Instant at) {
        this.policies = policies;
        this.at = at;
        events.forEach((position, event) -> {
            if (event instanceof ConsentEvent said && !said.at().isAfter(at)) {
                hear(position, said);
            }
        });
    }

    private void hear(LogPosition position, ConsentEvent event) {
        standing = standing.after(event);
        if (!event.at().isAfter(at.minus(KNOWN_EVERYWHERE))) {
            justBefore = standing;
        }
        switch (event) {
            case PurposeEvent about -> purposes.put(about.purpose(), position);
            case ControlChanged set -> controls.put(set.control(), position);
        }
    }

    /** Whether a list of this time may rest on what is used so. */
    boolean allowed(Purpose purpose) {
        return standing.permits(purpose, policies, at)
                || justBefore.permits(purpose, policies, at.minus(KNOWN_EVERYWHERE));
    }

    /** Whether this was on, and every node knew it. */
    boolean wasOn(Control control) {
        return standing.isOn(control) && justBefore.isOn(control);
    }

    List<ConsentThen> consents(Collection<Purpose> used) {
        return purposes.entrySet().stream()
                .map(each -> {
                    PurposeStanding stood = standing.of(each.getKey());
                    return new ConsentThen(
                            each.getKey(),
                            stood.status().term(),
                            stood.policy(),
                            each.getValue(),
                            standing.permits(each.getKey(), policies, at),
                            used.contains(each.getKey()));
                })
                .toList();
    }

    List<ControlThen> controls() {
        return controls.entrySet().stream()
                .map(each -> new ControlThen(each.getKey(), standing.isOn(each.getKey()), each.getValue()))
                .toList();
    }
}
