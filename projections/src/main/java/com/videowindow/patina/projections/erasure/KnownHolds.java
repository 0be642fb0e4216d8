package com.videowindow.patina.projections.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartProgress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Of a part that is held it is not told here what it is about, so all of its person stays. */
@Component
final class KnownHolds implements Holds {
    private final Erasures erasures;
    private final OpenParts parts;

    KnownHolds(Erasures erasures, OpenParts parts) {
        this.erasures = erasures;
        this.parts = parts;
    }

    @Override
    public Set<SubjectId> people() {
        return Stream.concat(
                        erasures.open().stream()
                                .filter(one -> one.state() == ErasureState.HELD)
                                .map(ErasureProgress::subject),
                        parts.open().stream()
                                .filter(one -> one.state() == ErasureState.HELD)
                                .map(PartProgress::subject))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isReady() {
        return erasures.isReady() && parts.isReady();
    }
}
