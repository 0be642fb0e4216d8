package com.videowindow.patina.api.consent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.consent.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's consent events as they stand in the log, one after the other, with where each left the purpose. */
@Component
public final class ConsentHistory {

    private final PastEvents events;

    ConsentHistory(PastEvents events) {
        this.events = events;
    }

    /**
     * One change.
     *
     * @param position in the log, to prove it by
     * @param event its name
     * @param status where it left the consent
     * @param term the same in the W3C Data Privacy Vocabulary, with its prefix
     */
    public record Change(
            LogPosition position,
            String event,
            Instant at,
            @Nullable Purpose purpose,
            @Nullable Control control,
            @Nullable Boolean on,
            @Nullable ConsentStatus status,
            @Nullable String term,
            boolean restricted,
            boolean objected,
            @JsonUnwrapped Said said) {

        private Change forItsPerson() {
            return new Change(
                    position, event, at, purpose, control, on, status, term, restricted, objected, said.forItsPerson());
        }
    }

    /** Some changes, newest first, and the position to go on before. */
    public record Changes(List<Change> changes, @Nullable LogPosition next) {

        /** The operator's books are no business of theirs. */
        Changes forItsPerson() {
            return new Changes(changes.stream().map(Change::forItsPerson).toList(), next);
        }
    }

    /** @param before only what is older; everything when absent */
    public Changes of(SubjectId subject, @Nullable Long before, int limit) {
        List<Change> all = new ArrayList<>();
        Standing standing = Standing.NONE;
        for (Map.Entry<LogPosition, DomainEvent> entry :
                events.stream(ConsentEvent.stream(subject)).entrySet()) {
            if (entry.getValue() instanceof ConsentEvent event) {
                standing = standing.after(event);
                if (before == null || entry.getKey().value() < before) {
                    all.add(change(entry.getKey(), event, standing));
                }
            }
        }
        all.sort(Comparator.comparing((Change change) -> change.position().value())
                .reversed());
        boolean more = all.size() > limit;
        List<Change> some = List.copyOf(all.subList(0, Math.min(limit, all.size())));
        return new Changes(some, more ? some.getLast().position() : null);
    }

    private static Change change(LogPosition position, ConsentEvent event, Standing after) {
        String name = event.getClass().getSimpleName();
        Said said = Said.of(event);
        return switch (event) {
            case ControlChanged set ->
                new Change(position, name, set.at(), null, set.control(), set.on(), null, null, false, false, said);
            case PurposeEvent about -> {
                PurposeStanding stands = after.of(about.purpose());
                yield new Change(
                        position,
                        name,
                        about.at(),
                        about.purpose(),
                        null,
                        null,
                        stands.status(),
                        stands.status().term(),
                        stands.restricted(),
                        stands.objected(),
                        said);
            }
        };
    }
}
