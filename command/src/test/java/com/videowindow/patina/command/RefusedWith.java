package com.videowindow.patina.command;

import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Matches the exception that carries exactly this refusal. */
public final class RefusedWith extends CustomTypeSafeMatcher<Refused> {

    private final Refusal refusal;

    private RefusedWith(Refusal refusal) {
        super("refused with " + refusal);
        this.refusal = refusal;
    }

    public static Matcher<Refused> the(Refusal refusal) {
        return new RefusedWith(refusal);
    }

    @Override
    protected boolean matchesSafely(Refused refused) {
        return refused.refusal().equals(refusal);
    }
}
