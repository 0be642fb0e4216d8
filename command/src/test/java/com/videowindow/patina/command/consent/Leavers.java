package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.Erasures;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** These asked to be erased, and nobody else. */
public record Leavers(Set<SubjectId> all) implements Erasures {
    static final Leavers NOBODY = new Leavers(Set.of());

    @Override
    public boolean isLeaving(SubjectId subject) {
        return all.contains(subject);
    }

    @Override
    public Optional<ErasureProgress> of(SubjectId subject) {
        return Optional.empty();
    }

    @Override
    public List<ErasureProgress> open() {
        return List.of();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public boolean isErased(SubjectId subject) {
        return false;
    }
}
