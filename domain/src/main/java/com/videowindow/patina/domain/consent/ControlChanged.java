package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person, or a signal of their browser, set what holds for all uses of their data. */
@PersonalData(DataCategory.CONSENT)
public record ControlChanged(
        SubjectId subject,
        Control control,
        boolean on,
        Origin origin,
        Channel channel,
        Instant at,
        @Nullable Evidence evidence)
        implements ConsentEvent {

    /** Whether it was set for the person, rather than by them or their browser. */
    public boolean isBySomebodyElse() {
        return evidence != null && evidence.isBySomebodyElse();
    }

    /** What set it. */
    public enum Origin {
        /** Somebody's choice. */
        CHOICE,
        /** The header {@code Sec-GPC: 1} of a request. */
        GPC
    }
}
