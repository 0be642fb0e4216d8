package com.videowindow.patina.api.release;

import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.ReleaseProgress;
import com.videowindow.patina.domain.release.Releases;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose raw events a release is about. */
@Component
final class WhoseRelease implements Whose {

    private final Releases releases;

    WhoseRelease(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Optional<SubjectId> of(Map<String, String> path) {
        return Whose.named(path, ReleaseId::of, id -> releases.find(id).map(ReleaseProgress::subject));
    }
}
