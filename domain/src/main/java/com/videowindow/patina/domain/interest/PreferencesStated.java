package com.videowindow.patina.domain.interest;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/**
 * A person said what they like; the whole statement, replacing the one before.
 *
 * @param revision counts the statements of this person from 1
 */
public record PreferencesStated(SubjectId subject, Preferences preferences, long revision, Instant at)
        implements AboutSubject {

    /** The name of the stream of this person's statements in the log. */
    public static String stream(SubjectId subject) {
        return "preferences/" + subject;
    }
}
