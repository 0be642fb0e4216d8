package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEnd;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.Conclusions;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.PersonalCensus;
import com.videowindow.patina.domain.export.PersonalIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Finds what is held about a person in two ways that know nothing of each other, and what was concluded from it. */
@Component
final class Gathering {
    private static final String LISTS = "trails";
    private static final String REASONS = "reasons";
    /** Of each event: as JSON, as a table, for readers; lists once more for each, with their reasons. */
    private static final int FORMS = 2;

    private final LogInspection log;
    private final PersonalIndex index;
    private final PersonalCensus census;
    private final PastEvents past;
    private final Conclusions conclusions;
    private final Erasures erasures;

    Gathering(
            LogInspection log,
            PersonalIndex index,
            PersonalCensus census,
            PastEvents past,
            Conclusions conclusions,
            Erasures erasures) {
        this.log = log;
        this.index = index;
        this.census = census;
        this.past = past;
        this.conclusions = conclusions;
        this.erasures = erasures;
    }

    Gathered gather(ExportProgress export, Archives.Draft draft, Instant now) {
        SubjectId subject = export.subject();
        LogEnd end = log.end();
        SortedMap<String, List<LogPosition>> found = index.of(subject, end.position());
        long lists = found.getOrDefault(LISTS, List.of()).size();
        long events = found.values().stream().mapToLong(List::size).sum();
        Progress progress = new Progress(draft, end.events() + FORMS * (events + lists));
        SortedMap<LogPosition, String> named = census.of(subject, end.position(), progress::add);
        PersonalEvents reading = new PersonalEvents(past, subject, () -> progress.add(1));
        return new Gathered(
                export.export(),
                subject,
                now,
                end.position(),
                parts(subject, found, named, reading, now),
                named,
                reading);
    }

    private List<Part> parts(
            SubjectId subject,
            SortedMap<String, List<LogPosition>> found,
            SortedMap<LogPosition, String> named,
            PersonalEvents reading,
            Instant now) {
        List<Part> parts = new ArrayList<>();
        Set<LogPosition> taken = new HashSet<>();
        conclusions.of(subject, now).forEach((name, rows) -> parts.add(new ConclusionPart(name, rows)));
        if (erasures.isBeingErased(subject)) {
            throw new ReadModelUnavailable("A copy has no more to say of who is being erased", null);
        }
        found.forEach((name, positions) -> {
            List<LogPosition> own = positions.stream().filter(taken::add).toList();
            parts.add(new EventPart(name, own, named, reading));
        });
        parts.add(new ReasonPart(REASONS, found.getOrDefault(LISTS, List.of()), reading, conclusions));
        return parts;
    }
}
