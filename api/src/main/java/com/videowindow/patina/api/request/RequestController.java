package com.videowindow.patina.api.request;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.request.RequestDesk.Decided;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.request.RequestCommand;
import com.videowindow.patina.command.request.RequestCommand.AnswerInPart;
import com.videowindow.patina.command.request.RequestCommand.AnswerRequest;
import com.videowindow.patina.command.request.RequestCommand.DenyRequest;
import com.videowindow.patina.command.request.RequestCommand.ExtendRequest;
import com.videowindow.patina.command.request.RequestCommand.ReceiveAboutNobody;
import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.request.DenialBasis;
import com.videowindow.patina.domain.request.ExtensionReason;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.domain.request.Response;
import com.videowindow.patina.query.request.FindRequests;
import com.videowindow.patina.query.request.RequestPage;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Officers see to it that every request is answered in the law's time. */
@RestController
@RequestMapping("/api/v1/compliance/requests")
final class RequestController {

    private final RequestDesk desk;
    private final ReadYourWrites writes;
    private final Lookups lookups;
    private final SubjectDirectory people;

    RequestController(RequestDesk desk, ReadYourWrites writes, Lookups lookups, SubjectDirectory people) {
        this.desk = desk;
        this.writes = writes;
        this.lookups = lookups;
        this.people = people;
    }

    /**
     * What came to the operator; erasures are entered under {@code /compliance/erasures}, unless nothing is kept about the
     * person.
     *
     * @param userId of the person, as the platform knows them
     * @param receivedAt when it came; now when absent
     */
    record Received(
            PlatformUserId userId,
            RequestKind kind,
            Manner manner,
            Regulation regulation,
            @Nullable Instant receivedAt) {

        private void check(boolean isKnown, Instant received, Instant now) {
            if (isKnown && (kind == RequestKind.ERASURE || kind == RequestKind.PARTIAL_ERASURE)) {
                throw Unacceptable.field("kind", "erasures are entered under /api/v1/compliance/erasures");
            }
            if (!kind.isOf(regulation)) {
                throw Unacceptable.field("regulation", "must be one that knows such requests");
            }
            Arrivals.demandEntered(manner);
            Arrivals.demandPossible(received, regulation, now);
        }
    }

    record Longer(ExtensionReason reason) {}

    /**
     * How it was answered.
     *
     * @param basis on which a part was denied; given with {@code complied_in_part}, and only with it
     * @param reference of the case, likewise
     */
    record Answered(
            Response response,
            @Nullable DenialBasis basis,
            @Nullable CaseReference reference) {
        Answered {
            boolean part = response == Response.COMPLIED_IN_PART;
            if (part != (basis != null) || part != (reference != null)) {
                throw new IllegalArgumentException(
                        "basis and reference must be given with complied_in_part, and only with it");
            }
        }

        private RequestCommand on(RequestProgress known, Actor by, Instant now) {
            boolean failed = known.state() == RequestState.FAILED;
            return basis == null || reference == null
                    ? new AnswerRequest(known.request(), known.subject(), by, response, failed, now)
                    : new AnswerInPart(known.request(), known.subject(), by, basis, reference, failed, now);
        }
    }

    record Denied(DenialBasis basis, CaseReference reference) {}

    /** @param next cursor of the following page, absent on the last */
    record RequestViews(List<RequestView> items, @Nullable String next) {}

    @Operation(
            operationId = "listRequests",
            summary = "What people asked for and by when it has to be answered, newest first.")
    @LooksUp(LookupKind.REQUESTS)
    @GetMapping
    Answer<RequestViews> all(
            @RequestParam(required = false) @Nullable SubjectId subject,
            @RequestParam(required = false) @Nullable RequestState state,
            @RequestParam(required = false) @Nullable RequestKind kind,
            @RequestParam(required = false) @Nullable Set<Manner> manner,
            @RequestParam(required = false) @Nullable Set<Manner> exceptManner,
            @RequestParam(required = false) @Nullable Instant due,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindRequests question =
                new FindRequests(subject, state, kind, manners(manner, exceptManner), due, null, null, cursor, limit);
        return writes.read(after, "requests", () -> views(desk.page(question)));
    }

    /** Most lines are of signals, of which a browser sends one for each person: officers can look at the others alone. */
    private static Set<Manner> manners(@Nullable Set<Manner> wanted, @Nullable Set<Manner> unwanted) {
        if (wanted == null && unwanted == null) {
            return Set.of();
        }
        Set<Manner> left = EnumSet.allOf(Manner.class);
        if (wanted != null) {
            left.retainAll(wanted);
        }
        if (unwanted != null) {
            left.removeAll(unwanted);
        }
        if (left.isEmpty()) {
            throw Unacceptable.field("manner", "must leave one that is looked for");
        }
        return left;
    }

    private static RequestViews views(RequestPage found) {
        return new RequestViews(
                found.items().stream().map(RequestView::forOfficer).toList(), found.next());
    }

    @Operation(operationId = "getRequest", summary = "How a request stands.")
    @LooksUp(value = LookupKind.REQUESTS, whose = WhoseRequest.class)
    @GetMapping("/{id}")
    RequestView one(@PathVariable RequestId id) {
        return RequestView.forOfficer(desk.find(id));
    }

    @Operation(
            operationId = "enterRequest",
            summary = "Enters a request that came to the operator; of somebody unknown also that nothing is kept.")
    @LooksUp(value = LookupKind.REQUESTS, whose = Whose.Told.class)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Decided enter(HttpServletRequest http, Caller officer, @RequestBody Received request) {
        Optional<SubjectId> known = people.knownSubjectOf(request.userId());
        lookups.tell(http, LookupKind.REQUESTS, known.orElse(null));
        Instant now = Instant.now();
        Instant received = request.receivedAt() == null ? now : request.receivedAt();
        request.check(known.isPresent(), received, now);
        ReceiveRequest entered = new ReceiveRequest(
                new RequestId(UUID.randomUUID()),
                known.orElseGet(() -> new SubjectId(UUID.randomUUID())),
                officer.asOfficer(),
                request.kind(),
                request.manner(),
                request.regulation(),
                received,
                null,
                now);
        return desk.decide(known.isPresent() ? entered : new ReceiveAboutNobody(entered));
    }

    @Operation(operationId = "extendRequest", summary = "Takes longer, as the law allows once; the person is told why.")
    @LooksUp(value = LookupKind.REQUESTS, whose = WhoseRequest.class)
    @PostMapping("/{id}/extend")
    Decided extend(Caller officer, @PathVariable RequestId id, @RequestBody Longer longer) {
        RequestProgress known = RequestDesk.demandOpen(desk.find(id));
        return desk.decide(new ExtendRequest(
                known.request(),
                known.subject(),
                officer.asOfficer(),
                known.regulation(),
                known.received(),
                longer.reason(),
                Instant.now()));
    }

    @Operation(
            operationId = "answerRequest",
            summary =
                    "Says how a request was answered that officers answer by hand, or the engine failed to carry out.")
    @LooksUp(value = LookupKind.REQUESTS, whose = WhoseRequest.class)
    @PostMapping("/{id}/answer")
    Decided answer(Caller officer, @PathVariable RequestId id, @RequestBody Answered answered) {
        RequestProgress known = desk.find(id);
        return desk.decide(answered.on(known, officer.asOfficer(), Instant.now()));
    }

    @Operation(
            operationId = "denyRequest",
            summary = "Denies a request on a basis that the law knows; what the engine does about it stops.")
    @LooksUp(value = LookupKind.REQUESTS, whose = WhoseRequest.class)
    @PostMapping("/{id}/deny")
    Decided deny(Caller officer, @PathVariable RequestId id, @RequestBody Denied denied) {
        RequestProgress known = desk.find(id);
        return desk.deny(
                known,
                new DenyRequest(
                        known.request(),
                        known.subject(),
                        officer.asOfficer(),
                        denied.basis(),
                        denied.reference(),
                        Instant.now()));
    }
}
