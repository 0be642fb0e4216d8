package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.util.Collection;
import java.util.Map;

/** Takes people out of the read models, whose copies of what the log said are not sealed. */
public interface Purge {

    /**
     * What became of a read model's documents about a person.
     *
     * @param deleted what had a document for each fact, by this try: what one that was broken off deleted, nobody counted
     * @param emptied documents that are folded, one for each person, and stand with nothing in them but how far they saw the log
     */
    record Cleared(long deleted, long emptied) {
        public static final Cleared NONE = new Cleared(0, 0);
    }

    /**
     * Deletes what the read models have of these people, and rewrites the files that held it. Waits for nothing: it is
     * refused while a read model has not come to where the keys were destroyed, or is being rebuilt from before.
     *
     * @param through where the keys of all of them were destroyed
     * @return what became of documents, by read model, for each person
     * @throws NotYet when it has to be tried again later
     */
    Map<SubjectId, Map<String, Cleared>> purge(Collection<SubjectId> subjects, LogPosition through);

    /** Documents that still name this person, by read model. */
    Map<String, Long> remains(SubjectId subject);

    /**
     * Takes out again what came back of people who were cleared before, perhaps with files from before: a few questions for
     * thousands of them, since nearly always nothing did. Folded documents become what the end of their keys made of them.
     *
     * @param erased where the keys of each were destroyed
     * @param through up to where read models must have read
     * @return how many documents said something, by read model; only where there were any
     * @throws NotYet when it has to be tried again later
     */
    Map<String, Long> purgeAgain(Map<SubjectId, LogPosition> erased, LogPosition through);

    /** Something older must come to its end first. */
    final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotYet(String why) {
            super(why, null, false, false);
        }
    }
}
