package com.videowindow.patina.domain.privacy;

import com.videowindow.patina.domain.Check;

/** A person as the platform knows them: the {@code sub} of their token. Never enters the log. */
public record PlatformUserId(String value) {
    public PlatformUserId {
        Check.text("userId", value, 200);
    }

    @Override
    public String toString() {
        return "PlatformUserId[…]";
    }
}
