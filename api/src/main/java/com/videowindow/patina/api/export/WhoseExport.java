package com.videowindow.patina.api.export;

import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ExportId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** About whom an export is. */
@Component
final class WhoseExport implements Whose {

    private final ExportDesk desk;

    WhoseExport(ExportDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<SubjectId> of(Map<String, String> path) {
        return Whose.named(path, ExportId::of, id -> Optional.of(desk.find(id).subject()));
    }
}
