package com.videowindow.patina.api.opendsr;

import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.request.RequestId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** About whom a request of OpenDSR is. */
@Component
final class WhoseOpenDsr implements Whose {

    private final OpenDsrDesk desk;

    WhoseOpenDsr(OpenDsrDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<SubjectId> of(Map<String, String> path) {
        return Whose.named(path, RequestId::of, id -> desk.look(id).map(OpenDsrReceived::subject));
    }
}
