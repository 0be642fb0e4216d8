package com.videowindow.patina.api.opendsr;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.opendsr.CarriesOut.Begun;
import com.videowindow.patina.api.opendsr.CarriesOut.Standing;
import com.videowindow.patina.api.opendsr.CarriesOut.Wish;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.opendsr.RecordOpenDsr;
import com.videowindow.patina.command.request.RequestCommand.ReceiveAboutNobody;
import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.opendsr.OpenDsrCancelled;
import com.videowindow.patina.domain.opendsr.OpenDsrFacts;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.opendsr.SentContents;
import com.videowindow.patina.domain.opendsr.StatusCalls.Stands;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestAnswered;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.domain.request.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets the engine do what was asked for, and writes down as which request. About somebody whom nobody knows the same is
 * answered as about anybody else: it is waiting, and after a while it is complete.
 */
@Component
final class OpenDsrDesk {
    /** As long as old messages of those who left are refused: longer than any sender tries. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Commands commands;
    private final FactLog facts;
    private final SentContents contents;
    private final PastEvents past;
    private final Map<RequestKind, CarriesOut> engine = new EnumMap<>(RequestKind.class);

    OpenDsrDesk(Commands commands, FactLog facts, SentContents contents, PastEvents past, List<CarriesOut> engine) {
        this.contents = contents;
        this.past = past;
        this.commands = commands;
        this.facts = facts;
        engine.forEach(each -> each.kinds().forEach(kind -> this.engine.put(kind, each)));
    }

    /** @param told once */
    record Taken(OpenDsrReceived received, Map<String, Object> told) {}

    Optional<OpenDsrReceived> look(RequestId request) {
        return OpenDsrFacts.received(facts, request);
    }

    OpenDsrReceived find(RequestId request) {
        return look(request).orElseThrow(Unacceptable::nothingHere);
    }

    private CarriesOut engine(RequestKind kind) {
        return Objects.requireNonNull(engine.get(kind));
    }

    /**
     * What came before under this id is answered again; anything else under it is refused, before anything is begun. Whether
     * it is the same is told without asking who it is about, who may be somebody else by now, or nobody.
     *
     * @param content all that was sent, in one form
     */
    Taken take(OpenDsrRequest request, String content, Optional<SubjectId> known, Actor by) {
        RequestId id = new RequestId(request.subjectRequestId());
        Optional<OpenDsrReceived> before = look(id);
        Instant now = Instant.now();
        boolean same = before.isPresent() ? contents.isSame(id, content) : contents.claim(id, content, now.plus(KEPT));
        if (!same) {
            throw new Refused(new Refusal.MessageReused());
        }
        if (before.isPresent()) {
            return new Taken(before.get(), Map.of());
        }
        CarriesOut carries = engine(request.subjectRequestType());
        SubjectId subject = known.orElseGet(() -> new SubjectId(UUID.randomUUID()));
        Begun begun = known.isPresent()
                ? begun(carries, request, subject, by, now)
                : enteredAboutNobody(request, subject, by, now);
        OpenDsrReceived received = new OpenDsrReceived(
                id,
                subject,
                by,
                request.subjectRequestType(),
                request.regulation(),
                begun.carried(),
                request.submittedTime(),
                carries.due(now, request.atOnce(), request.regulation()),
                request.callbacks(),
                now);
        boolean first =
                !commands.send(new RecordOpenDsr(received), Stored.class).duplicate();
        return first ? new Taken(received, begun.told()) : new Taken(find(id), Map.of());
    }

    /** One that joins what is under way is a request all the same, with a clock of its own. */
    private Begun begun(CarriesOut carries, OpenDsrRequest request, SubjectId subject, Actor by, Instant now) {
        Begun begun = carries.begin(new Wish(
                new RequestId(request.subjectRequestId()),
                subject,
                request.user(),
                by,
                request.subjectRequestType(),
                request.regulation(),
                request.atOnce(),
                request.submittedTime()));
        if (begun.joined()) {
            commands.sendForReceipt(received(request, subject, by, begun.carried(), now), RequestId.class);
        }
        return begun;
    }

    private static ReceiveRequest received(
            OpenDsrRequest request, SubjectId subject, Actor by, @Nullable RequestId joined, Instant now) {
        return new ReceiveRequest(
                new RequestId(request.subjectRequestId()),
                subject,
                by,
                request.subjectRequestType(),
                Manner.OPERATOR,
                request.regulation(),
                request.submittedTime(),
                joined,
                now);
    }

    /** Officers find it in their list under the sender's id; what the sender is told follows from another, which is not there. */
    private Begun enteredAboutNobody(OpenDsrRequest request, SubjectId nobody, Actor by, Instant now) {
        commands.sendForReceipt(new ReceiveAboutNobody(received(request, nobody, by, null, now)), RequestId.class);
        return new Begun(
                new RequestId(UUID.randomUUID()),
                false,
                engine(request.subjectRequestType()).toldOfNobody());
    }

    boolean isAboutNobody(OpenDsrReceived request) {
        Collection<DomainEvent> entered =
                past.stream(RequestEvent.stream(request.request())).values();
        return !request.carried().equals(request.request())
                && entered.stream().noneMatch(event -> event instanceof RequestReceived came && came.joined() != null)
                && entered.stream()
                        .anyMatch(event -> event instanceof RequestAnswered answered
                                && answered.response() == Response.NOTHING_KEPT);
    }

    Standing standing(OpenDsrReceived request) {
        return OpenDsrFacts.cancelled(facts, request.request())
                .map(end -> new Standing(RequestStatus.CANCELLED, end.at(), null))
                .orElseGet(() -> carriedOut(request));
    }

    /** As if its sender had not taken it back. */
    Standing carriedOut(OpenDsrReceived request) {
        return engine(request.kind()).standing(request.carried()).orElseGet(() -> ofNobody(request));
    }

    private static Standing ofNobody(OpenDsrReceived request) {
        Stands stands = Stands.ofNobody(request, Instant.now());
        return new Standing(stands.status(), stands.since(), null);
    }

    /** Rather than joined by it; in older logs that stands under the sender's id. */
    private static boolean isBegunForIt(OpenDsrReceived request) {
        RequestId carried = request.carried();
        return carried.equals(request.request())
                || carried.value().equals(CarriesOut.own(request.subject(), request.request()));
    }

    private static Unacceptable tooFar(String why) {
        return new Unacceptable(Problem.of(ProblemType.REQUEST_STATE, why));
    }

    /** Whoever asked by themselves before is not taken back by others. */
    void cancel(OpenDsrReceived request, Actor by) {
        CarriesOut carries = engine(request.kind());
        Standing now = standing(request);
        if (now.status() == RequestStatus.CANCELLED) {
            return;
        }
        if (now.status() != RequestStatus.PENDING || !(carries instanceof CarriesOut.Cancellable begun)) {
            throw tooFar("Erasures alone can be taken back, and only as long as they are pending.");
        }
        Instant at = Instant.now();
        if (isBegunForIt(request)) {
            begun.cancel(request.carried(), request.subject(), by, at);
        } else if (carries.standing(request.carried()).isPresent()) {
            throw tooFar("Somebody else asked for it before.");
        }
        commands.send(new RecordOpenDsr(new OpenDsrCancelled(request.request(), by, at)), Stored.class);
    }
}
