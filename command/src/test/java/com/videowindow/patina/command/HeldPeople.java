package com.videowindow.patina.command;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.LegalHold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a node would know of holds, as a test says it. */
public final class HeldPeople implements Holds {
    /** Of parts that are held. */
    public final Set<SubjectId> ofParts = new HashSet<>();

    public final List<LegalHold> holds = new ArrayList<>();

    @Override
    public Set<SubjectId> people() {
        Set<SubjectId> all = new HashSet<>(ofParts);
        holds.forEach(one -> all.add(one.subject()));
        return all;
    }

    @Override
    public List<LegalHold> of(SubjectId subject) {
        return holds.stream().filter(one -> one.subject().equals(subject)).toList();
    }

    @Override
    public List<LegalHold> all() {
        return List.copyOf(holds);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public boolean isCurrent() {
        return true;
    }
}
