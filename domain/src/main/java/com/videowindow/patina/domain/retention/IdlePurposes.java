package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import java.util.Set;

/** Which uses nothing has to be kept for, as nobody who is there allows them, as this node knows it, in memory. */
public interface IdlePurposes {

    /**
     * Of those that take a consent: the ones that nobody's newest word allows. Who allowed one and was to be asked again,
     * since it ran out, counts as allowing it; who took it back does not. None while that is not known.
     */
    Set<ProcessingPurpose> now();
}
