package com.videowindow.patina.api.part;

import com.videowindow.patina.api.lookup.Whose;
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
        return Whose.named(path, ErasureId::of, id -> Optional.of(desk.find(id).subject()));
    }
}
