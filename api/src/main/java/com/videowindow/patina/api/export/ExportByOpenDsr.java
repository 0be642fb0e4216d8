package com.videowindow.patina.api.export;

import com.videowindow.patina.api.export.ExportDesk.ExportBegun;
import com.videowindow.patina.api.opendsr.CarriesOut;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.request.Entered;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an archive. Its password is told to the sender, as to officers, and its address leads its person alone to it. */
@Component
final class ExportByOpenDsr implements CarriesOut {
    private static final String PASSWORD = "archive_password";

    /** About what it takes. */
    private static final Duration MAKING = Duration.ofSeconds(5);

    private final ExportDesk desk;

    ExportByOpenDsr(ExportDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.ACCESS, RequestKind.PORTABILITY);
    }

    @Override
    public Begun begin(Wish wish) {
        try {
            ExportBegun begun = begin(new ExportId(wish.own()), wish);
            if (begun.password() == null) {
                // It was made, or failed, before anybody was told what opens it: nobody ever can.
                desk.delete(begun.export().id(), wish.subject());
                begun = begin(new ExportId(UUID.randomUUID()), wish);
            }
            return new Begun(new RequestId(begun.export().id().value()), false, told(begun.password()));
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.ExportUnderWay one) {
                return new Begun(new RequestId(one.export().value()), true, Map.of());
            }
            throw refused;
        }
    }

    private ExportBegun begin(ExportId export, Wish wish) {
        return desk.request(
                export, wish.subject(), wish.kind(), new Entered(wish.by(), wish.arrival(), wish.regulation()));
    }

    private static Map<String, Object> told(@Nullable Password password) {
        return password == null ? Map.of() : Map.of(PASSWORD, password);
    }

    @Override
    public Map<String, Object> toldOfNobody() {
        return told(Password.random());
    }

    @Override
    public Instant due(Instant now, boolean atOnce, Regulation regulation) {
        return now.plus(MAKING);
    }

    @Override
    public Optional<Standing> standing(RequestId carried) {
        try {
            return Optional.of(standing(desk.find(new ExportId(carried.value()))));
        } catch (Unacceptable none) {
            return Optional.empty();
        }
    }

    /** What failed, or was given up, is to be asked for again: OpenDSR has no word for it but that it will not be done. */
    private static Standing standing(ExportProgress export) {
        Instant changed = export.changed();
        return switch (export.state()) {
            case PREPARING -> new Standing(RequestStatus.PENDING, changed, null);
            case READY -> new Standing(RequestStatus.COMPLETED, changed, "/api/v1/user/exports/" + export.export());
            case EXPIRED, DELETED ->
                new Standing(
                        export.archive() == null ? RequestStatus.CANCELLED : RequestStatus.COMPLETED, changed, null);
            case FAILED -> new Standing(RequestStatus.CANCELLED, changed, null);
        };
    }
}
