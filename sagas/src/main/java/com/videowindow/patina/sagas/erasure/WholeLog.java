package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.AboutSeveral;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.privacy.Forgotten;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Goes through the header of every event that the log has, and tries to read each that is about somebody who was erased:
 * an index may have lost one, and whoever wrote it may have written it plain. Some hundred thousand events a second, once
 * for all who are certified together.
 */
@Component
class WholeLog {
    private static final int AT_ONCE = 256;

    private final LogWalk walk;
    private final PastEvents past;

    WholeLog(LogWalk walk, PastEvents past) {
        this.walk = walk;
        this.past = past;
    }

    /** @param readable how many of these events still say something */
    record Looked(int events, long readable) {}

    Map<SubjectId, Looked> about(Collection<SubjectId> people, LogPosition through) {
        Map<SubjectId, List<LogPosition>> places = new HashMap<>();
        people.forEach(person -> places.put(person, new ArrayList<>()));
        walk.headers(through, header -> {
            SubjectId subject = header.subject();
            if (subject != null && places.containsKey(subject)) {
                places.get(subject).add(header.position());
            }
        });
        Map<SubjectId, Looked> looked = new HashMap<>();
        places.forEach((person, all) -> looked.put(person, new Looked(all.size(), readable(person, all))));
        return looked;
    }

    private long readable(SubjectId person, List<LogPosition> places) {
        long readable = 0;
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            Collection<DomainEvent> some = past.at(places.subList(from, Math.min(places.size(), from + AT_ONCE)))
                    .values();
            readable += some.stream().filter(event -> says(event, person)).count();
        }
        return readable;
    }

    private static boolean says(DomainEvent event, SubjectId person) {
        return event instanceof AboutSeveral several
                ? several.shares().stream().anyMatch(share -> share.subject().equals(person))
                : !(event instanceof Forgotten);
    }
}
