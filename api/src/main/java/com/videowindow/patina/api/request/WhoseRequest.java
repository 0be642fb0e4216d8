package com.videowindow.patina.api.request;

import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** About whom a request is. */
@Component
final class WhoseRequest implements Whose {

    private final RequestDesk desk;

    WhoseRequest(RequestDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<SubjectId> of(Map<String, String> path) {
        return Whose.named(path, RequestId::of, id -> desk.look(id).map(RequestProgress::subject));
    }
}
