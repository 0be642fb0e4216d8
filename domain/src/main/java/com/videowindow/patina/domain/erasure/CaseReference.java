package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.Check;

/** Names a case in the operator's own books; says nothing about anybody. */
public record CaseReference(String value) {
    public CaseReference {
        Check.identifier("reference", value, 64);
    }
}
