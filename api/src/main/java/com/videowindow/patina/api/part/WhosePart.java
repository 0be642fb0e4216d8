package com.videowindow.patina.api.part;

import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** About whom the erasure of a part is. */
@Component
final class WhosePart implements Whose {

    private final PartDesk desk;

    WhosePart(PartDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<SubjectId> of(Map<String, String> path) {
        try {
            return Optional.ofNullable(path.get("id"))
                    .map(ErasureId::of)
                    .map(desk::find)
                    .map(erasure -> erasure.subject());
        } catch (IllegalArgumentException | Unacceptable none) {
            return Optional.empty(); // whoever reads the path says so
        }
    }
}
