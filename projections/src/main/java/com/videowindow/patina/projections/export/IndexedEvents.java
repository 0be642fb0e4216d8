package com.videowindow.patina.projections.export;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.export.PersonalIndex;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.runner.ReadModel;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Facts are streams of one event each, so they are found by the read models made of them; all others by their streams. */
@Component
final class IndexedEvents implements PersonalIndex {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final String REQUESTS = "requests";
    /** They stay when somebody leaves, so they do not count as personal, and are about people all the same. */
    private static final Set<String> BY_OFFICERS = Set.of("lookups", "proceedings", REQUESTS);

    private static final int REQUESTS_AT_ONCE = 200;

    private final ProjectionDirectory projections;
    private final ReadSide readSide;
    private final PastEvents past;

    IndexedEvents(ProjectionDirectory projections, ReadSide readSide, PastEvents past) {
        this.projections = projections;
        this.readSide = readSide;
        this.past = past;
    }

    @Override
    public SortedMap<String, List<LogPosition>> of(SubjectId subject, LogPosition through) {
        SortedMap<String, List<LogPosition>> found = new TreeMap<>();
        for (LiveProjection<?> one : projections.all()) {
            boolean wanted =
                    one.model().isPersonal() || BY_OFFICERS.contains(one.model().name());
            if (wanted && !one.await(through, MOMENT)) {
                throw new ReadModelUnavailable(one.model().name() + " has not read that far", null);
            }
            if (wanted && one.model().isFact()) {
                found.put(one.model().name(), facts(one.model()).positions(subject, through));
            }
        }
        found.put("consents", stream(ConsentEvent.stream(subject), through));
        found.put("preferences", stream(PreferencesStated.stream(subject), through));
        found.put("erasures", stream(ErasureEvent.stream(subject), through));
        found.put("exports", stream(ExportEvent.stream(subject), through));
        found.put(REQUESTS, requests(subject, through));
        found.put("parts", stream(PartEvent.stream(subject), through));
        return found;
    }

    /** What officers entered and decided: a stream for each request, which the list of requests leads to. */
    private List<LogPosition> requests(SubjectId subject, LogPosition through) {
        NewestFirst<RequestProgress> book = new NewestFirst<>(readSide, REQUESTS, RequestProgress.class, "received");
        List<LogPosition> found = new ArrayList<>();
        String cursor = null;
        do {
            NewestFirst.Page<RequestProgress> page = book.page(subject, cursor, REQUESTS_AT_ONCE);
            page.facts().forEach(one -> found.addAll(stream(RequestEvent.stream(one.request()), through)));
            cursor = page.next();
        } while (cursor != null);
        return found.stream().sorted().toList();
    }

    private <D> NewestFirst<D> facts(ReadModel<D> model) {
        return new NewestFirst<>(readSide, model.name(), model.body());
    }

    private List<LogPosition> stream(String name, LogPosition through) {
        return past.stream(name).keySet().stream().filter(through::covers).toList();
    }
}
