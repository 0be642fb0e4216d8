package com.videowindow.patina.projections.recommendation;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import java.util.HashSet;
import java.util.Set;

/** What people did one after the other, without whoever left: also while it is learned anew of what was heard before that. */
final class SessionsOfOthers {
    private final Set<SubjectId> leftSince = new HashSet<>();
    private boolean allLeftSince;
    private volatile CrowdSessions sessions = CrowdSessions.NONE;

    CrowdSessions now() {
        return sessions;
    }

    /** What was heard up to now is going to be learned. */
    synchronized void begin() {
        leftSince.clear();
        allLeftSince = false;
    }

    /** @param learned of what was heard when it was begun */
    synchronized void take(CrowdSessions learned) {
        CrowdSessions taken = allLeftSince ? CrowdSessions.NONE : learned;
        for (SubjectId gone : leftSince) {
            taken = taken.without(gone);
        }
        sessions = taken;
    }

    /** At once, whatever is learned anew later. */
    void letGoOf(DomainEvent event) {
        switch (event) {
            case ErasureRequested asked -> letGoOf(asked.subject());
            case SubjectErased gone -> letGoOf(gone.subject());
            case PartEvent part -> letGoOf(part.subject());
            case AboutSubject said -> letGoOf(said.subject());
            default -> letGoOfAll();
        }
    }

    synchronized void letGoOfAll() {
        allLeftSince = true;
        sessions = CrowdSessions.NONE;
    }

    private synchronized void letGoOf(SubjectId subject) {
        leftSince.add(subject);
        sessions = sessions.without(subject);
    }
}
