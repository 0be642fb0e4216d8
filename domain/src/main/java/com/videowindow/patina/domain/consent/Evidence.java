package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a choice was an informed one, as far as the client told.
 *
 * @param text hash of the very text that was shown, in the language in which it was
 * @param notice that the choice answered
 * @param jurisdiction whose law the client applied
 * @param by who made the choice for the person, or recorded it; the person themselves when absent
 * @param recordedBy the officer who wrote down what somebody else decided; absent where nobody did
 * @param reference of the case in which they did
 */
public record Evidence(
        @Nullable TextHash text,
        @Nullable NoticeId notice,
        @Nullable Jurisdiction jurisdiction,
        @Nullable Actor by,
        @Nullable Actor recordedBy,
        @Nullable CaseReference reference) {
    public static final Evidence NONE = new Evidence(null, null, null, null);

    /** Of a choice that whoever made it sent themselves. */
    public Evidence(
            @Nullable TextHash text,
            @Nullable NoticeId notice,
            @Nullable Jurisdiction jurisdiction,
            @Nullable Actor by) {
        this(text, notice, jurisdiction, by, null, null);
    }

    /** The same, of this text. */
    public Evidence of(TextHash shown) {
        return new Evidence(shown, notice, jurisdiction, by, recordedBy, reference);
    }

    /** Whether somebody else than the person chose. */
    public boolean isBySomebodyElse() {
        return by != null && by.kind() != Actor.Kind.SUBJECT;
    }

    public boolean isByGuardian() {
        return by != null && by.kind() == Actor.Kind.GUARDIAN;
    }
}
