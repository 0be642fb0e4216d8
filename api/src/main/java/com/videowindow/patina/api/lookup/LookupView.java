package com.videowindow.patina.api.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.lookup.LookupId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.lookup.LookupReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look-up, for officers.
 *
 * @param officer by random id, which leads to nobody once they left
 * @param subject at whom; absent where it was about nobody alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LookupView(
        LookupId id,
        Instant at,
        SubjectId officer,
        LookupKind kind,
        @Nullable SubjectId subject,
        @Nullable LookupReason reason,
        @Nullable CaseReference reference) {

    static LookupView of(LookedUp one) {
        return new LookupView(
                one.lookup(), one.at(), one.by().id(), one.kind(), one.subject(), one.reason(), one.reference());
    }
}
