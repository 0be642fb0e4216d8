package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.Check;

/** One of the others who hold something about people, as the operator calls them. */
public record PartyName(String value) {
    public PartyName {
        Check.identifier("party", value, 64);
    }
}
