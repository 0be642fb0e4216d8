package com.videowindow.patina.api.erasure;

import com.videowindow.patina.api.erasure.ErasureDesk.ErasureWish;
import com.videowindow.patina.api.opendsr.CarriesOut;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Erases, where nothing was under way: under an id of the engine's, since whoever has that may ask for it once its person left. */
@Component
final class ErasureByOpenDsr implements CarriesOut.Cancellable {
    private static final int AT_ONCE_DAYS = 0;

    /** About what it takes. */
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    private final ErasureDesk desk;

    ErasureByOpenDsr(ErasureDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.ERASURE);
    }

    @Override
    public Begun begin(Wish wish) {
        ErasureWish how = new ErasureWish(wish.atOnce() ? AT_ONCE_DAYS : null, wish.regulation());
        ErasureId erasure = new ErasureId(wish.own());
        ErasureProgress begun = desk.request(erasure, wish.subject(), wish.user(), wish.by(), wish.arrival(), how)
                .result();
        return new Begun(
                new RequestId(begun.erasure().value()), !begun.erasure().equals(erasure), Map.of());
    }

    @Override
    public Instant due(Instant now, boolean atOnce, Regulation regulation) {
        return now.plus(atOnce ? AT_ONCE : Duration.ofDays(ErasureDesk.USUAL_GRACE_DAYS));
    }

    @Override
    public Optional<Standing> standing(RequestId carried) {
        try {
            return Optional.of(standing(desk.find(new ErasureId(carried.value()))));
        } catch (Unacceptable none) {
            return Optional.empty();
        }
    }

    private static Standing standing(ErasureProgress erasure) {
        Instant changed = erasure.changed();
        return switch (erasure.state()) {
            case PENDING, HELD -> new Standing(RequestStatus.PENDING, changed, null);
            case STARTED, ERASED ->
                new Standing(RequestStatus.IN_PROGRESS, Objects.requireNonNullElse(erasure.started(), changed), null);
            case CANCELLED -> new Standing(RequestStatus.CANCELLED, changed, null);
            case COMPLETED ->
                new Standing(
                        RequestStatus.COMPLETED,
                        changed,
                        "/api/v1/compliance/erasures/" + erasure.erasure() + "/certificate");
        };
    }

    @Override
    public void cancel(RequestId carried, SubjectId subject, Actor by, Instant at) {
        desk.decide(new CancelErasure(new ErasureId(carried.value()), subject, by, at));
    }
}
