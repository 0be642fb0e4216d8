package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.Goodbyes;
import com.videowindow.patina.domain.erasure.Parties;
import com.videowindow.patina.domain.erasure.PartyName;
import com.videowindow.patina.domain.erasure.PartyTold;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts who else was told of an erasure, from what the log says, and who is still to be. */
@Component
final class Telling {
    private final PastEvents past;
    private final Goodbyes goodbyes;
    private final Parties parties;

    Telling(PastEvents past, Goodbyes goodbyes, Parties parties) {
        this.past = past;
        this.goodbyes = goodbyes;
        this.parties = parties;
    }

    Told of(ErasureProgress erasure) {
        List<PartyTold> said = past.stream(ErasureEvent.stream(erasure.subject())).values().stream()
                .filter(PartyTold.class::isInstance)
                .map(PartyTold.class::cast)
                .filter(one -> one.erasure().equals(erasure.erasure()))
                .toList();
        int reached = (int) said.stream().filter(PartyTold::reached).count();
        return new Told(reached, said.size() - reached, open(erasure, said));
    }

    /** Nobody, once their name is gone: without it nobody can be told. */
    private int open(ErasureProgress erasure, List<PartyTold> said) {
        if (goodbyes.userOf(erasure.erasure()).isEmpty()) {
            return 0;
        }
        Set<PartyName> left = new HashSet<>(parties.names());
        said.forEach(one -> left.remove(one.party()));
        return left.size();
    }
}
