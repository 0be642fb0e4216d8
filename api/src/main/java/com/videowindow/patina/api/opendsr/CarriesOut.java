package com.videowindow.patina.api.opendsr;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the engine does about a kind of request, and how far it is; a bean of the capability that does it. */
public interface CarriesOut {

    Set<RequestKind> kinds();

    /** What is asked for, about somebody who is known. */
    record Wish(
            RequestId request,
            SubjectId subject,
            PlatformUserId user,
            Actor by,
            RequestKind kind,
            Regulation regulation,
            boolean atOnce,
            Instant submitted) {

        /** Under which the engine carries it out. */
        public UUID own() {
            return CarriesOut.own(subject, request);
        }

        /** The law's clock runs from when the person asked, not from when their request was sent on. */
        public Arrival arrival() {
            return new Arrival(by.manner(), submitted);
        }
    }

    /**
     * The engine's own id for what a tool sent: the same for the same, so that what is sent again after its node died finds
     * what was begun for it. The sender's may be counted up to; this one takes the random id of its person to guess.
     */
    static UUID own(SubjectId subject, RequestId sent) {
        String name = "opendsr/" + subject + '/' + sent;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** How far it is, since when, and where what came of it can be fetched by whoever may. */
    record Standing(
            RequestStatus status, Instant since, @Nullable String results) {}

    /**
     * What was begun.
     *
     * @param carried the request that is carried out now: an older one where one was under way
     * @param joined whether it was under way already, so that nothing was begun
     * @param told what the sender is told now and never again
     */
    record Begun(RequestId carried, boolean joined, Map<String, Object> told) {}

    /** Repeating it changes nothing. */
    Begun begin(Wish wish);

    /** The like of what is told, where there is nobody to begin it for. */
    default Map<String, Object> toldOfNobody() {
        return Map.of();
    }

    /** When it begins; where there is nobody to do it for, it is over then. */
    Instant due(Instant now, boolean atOnce, Regulation regulation);

    /** Absent where there is none. */
    Optional<Standing> standing(RequestId carried);

    /** What can be taken back as long as nothing was done. */
    interface Cancellable extends CarriesOut {

        /** @throws com.videowindow.patina.domain.Refused when it is too far; repeating it changes nothing */
        void cancel(RequestId carried, SubjectId subject, Actor by, Instant at);
    }
}
