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
        try {
            return Optional.ofNullable(path.get("id"))
                    .map(ReleaseId::of)
                    .flatMap(releases::find)
                    .map(ReleaseProgress::subject);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty(); // whoever reads the path says so
        }
    }
}
