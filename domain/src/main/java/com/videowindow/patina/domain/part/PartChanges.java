package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;

/** Since when something of a person is no longer used, as this node knows it. */
public interface PartChanges {

    /**
     * Where something of this person was last hidden or began to go: what was concluded before and is stored after may rest on
     * it. The beginning of the log where nothing ever was.
     */
    LogPosition changed(SubjectId subject);
}
