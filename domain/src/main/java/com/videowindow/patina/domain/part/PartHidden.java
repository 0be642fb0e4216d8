package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import java.time.Instant;

/**
 * What was asked for was found: from here on it is neither used nor shown.
 */
public record PartHidden(ErasureId erasure, SubjectId subject, Places places, Instant at) implements PartStep {
    @Override
    public boolean changesWhatIsKnown() {
        return true;
    }
}
