package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.Manner;

/**
 * Who decided.
 *
 * @param id random, as of everybody: the directory leads to it, and it leads nowhere
 */
public record Actor(Kind kind, SubjectId id) {

    /** In which capacity. */
    public enum Kind {
        /** The person whose data it is. */
        SUBJECT,
        /** Somebody of the operator's who looks after such requests. */
        OFFICER,
        /** Who answers for a person who is a minor. */
        GUARDIAN,
        /** The engine itself, since a copy of the log from before was put back. */
        ENGINE
    }

    /** In which way what they ask for comes. */
    public Manner manner() {
        return switch (kind) {
            case SUBJECT -> Manner.ACCOUNT;
            case OFFICER -> Manner.OPERATOR;
            case GUARDIAN -> Manner.AGENT;
            case ENGINE -> Manner.RESTORED;
        };
    }
}
