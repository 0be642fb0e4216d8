package com.videowindow.patina.domain.erasure;

import java.util.Set;

/** The others who are told when somebody leaves. */
public interface Parties {
    Set<PartyName> names();
}
