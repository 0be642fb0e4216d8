package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.util.Collection;
import java.util.Map;

/** Takes people out of the read models, whose copies of what the log said are not sealed. */
public interface Purge {

    /**
     * Deletes what the read models have of these people, and rewrites the files that held it. Waits for nothing: it is
     * refused while a read model has not come to where the keys were destroyed, or is being rebuilt from before.
     *
     * @param through where the keys of all of them were destroyed
     * @return documents that were deleted, by read model, for each person
     * @throws NotYet when it has to be tried again later
     */
    Map<SubjectId, Map<String, Long>> purge(Collection<SubjectId> subjects, LogPosition through);

    /** Documents that still name this person, by read model. */
    Map<String, Long> remains(SubjectId subject);

    /** Something older must come to its end first. */
    final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotYet(String why) {
            super(why, null, false, false);
        }
    }
}
