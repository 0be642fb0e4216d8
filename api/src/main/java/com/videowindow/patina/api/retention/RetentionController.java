package com.videowindow.patina.api.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.retention.ScheduleView.PurposeView;
import com.videowindow.patina.api.retention.ScheduleView.RuleView;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.retention.RetentionCommand.SetPurposeRetention;
import com.videowindow.patina.command.retention.RetentionCommand.SetRetention;
import com.videowindow.patina.command.retention.RetentionCommand.StartEnding;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.domain.retention.RetentionBasis;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.RetentionSchedule;
import com.videowindow.patina.domain.retention.Retentions;
import com.videowindow.patina.query.retention.PreviewRetention;
import com.videowindow.patina.query.retention.RetentionPreview;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers decide for how long each kind of fact is kept, and see what goes. */
@RestController
@RequestMapping("/api/v1/compliance/retention")
final class RetentionController {
    private static final int USUAL_GRACE_DAYS = 7;
    private static final int LONGEST_GRACE_DAYS = 90;

    private final Commands commands;
    private final Questions questions;
    private final Retentions retentions;
    private final ReadYourWrites writes;
    private final IdlePurposes idle;

    RetentionController(
            Commands commands, Questions questions, Retentions retentions, ReadYourWrites writes, IdlePurposes idle) {
        this.commands = commands;
        this.questions = questions;
        this.retentions = retentions;
        this.writes = writes;
        this.idle = idle;
    }

    /**
     * @param months 1 to 240, from the end of the month in which a fact was stored; absent: as long as the person is there,
     *     for preferences, and for choices, which cannot be kept shorter
     * @param graceDays until it applies if it is shorter than before, 0 to 90; 7 when absent
     */
    record RuleWish(
            @Nullable Integer months,
            RetentionBasis basis,
            @Nullable Integer graceDays) {
        RuleWish {
            if (months != null && (months < 1 || months > RetentionSchedule.LONGEST)) {
                throw new IllegalArgumentException("months must be 1 to " + RetentionSchedule.LONGEST);
            }
            if (graceDays != null && (graceDays < 0 || graceDays > LONGEST_GRACE_DAYS)) {
                throw new IllegalArgumentException("graceDays must be 0 to " + LONGEST_GRACE_DAYS);
            }
        }

        private Duration grace() {
            return Duration.ofDays(graceDays == null ? USUAL_GRACE_DAYS : graceDays);
        }
    }

    /**
     * How long a purpose needs facts.
     *
     * @param months 1 to 240, from the end of the month in which a fact was stored; absent: it sets no end
     * @param graceDays until it applies if it is shorter than before, 0 to 90; 7 when absent
     */
    record PurposeWish(@Nullable Integer months, @Nullable Integer graceDays) {
        PurposeWish {
            new RuleWish(months, RetentionBasis.CONSENT, graceDays);
        }

        private Duration grace() {
            return new RuleWish(months, RetentionBasis.CONSENT, graceDays).grace();
        }
    }

    /** @param position from which on it holds */
    record PurposeDecided(long version, PurposeView rule, LogPosition position) {}

    /** @param position from which on it holds */
    record RuleDecided(long version, RuleView rule, LogPosition position) {}

    /**
     * What would go.
     *
     * @param held for how many people a legal reason keeps everything, while what is over goes of all others
     * @param apart what went of all others and is still there of such people, or not yet ended since they are held no more
     * @param idle purposes that nobody allows, for which nothing is kept
     * @param kinds for how long each kind stays, and why
     */
    record PreviewView(
            Instant at,
            int held,
            List<ApartView> apart,
            Set<ProcessingPurpose> idle,
            List<OverView> periods,
            List<StaysView> kinds) {}

    /** @param people of how many something is kept */
    record ApartView(RetentionPeriod period, long people) {}

    /**
     * What stays of a kind.
     *
     * @param months for which it is kept; absent where as long as its person is there
     * @param byPurpose whether its purposes end it sooner than the rule of its kind
     * @param keptBy purposes that need it for at least as long
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StaysView(
            DataCategory category, @Nullable Integer months, boolean byPurpose, Set<ProcessingPurpose> keptBy) {}

    /**
     * What is over.
     *
     * @param facts that were stored then, some of them perhaps of people who were erased since
     * @param purposes that it was kept for
     * @param months for which it was kept
     * @param byPurpose whether it goes earlier than the rule of its kind has it, since no purpose needs it any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverView(
            RetentionPeriod period,
            long facts,
            Set<ProcessingPurpose> purposes,
            @Nullable Integer months,
            boolean byPurpose) {
        static OverView of(RetentionPreview.Over over) {
            return new OverView(
                    over.period(),
                    over.facts(),
                    new TreeSet<>(over.period().category().purposes()),
                    over.months(),
                    over.byPurpose());
        }
    }

    /** @param next cursor of the following page, absent on the last */
    record EndingViews(List<EndingView> items, @Nullable Integer next) {}

    @Operation(
            operationId = "getRetention",
            summary = "For how long each kind of fact is kept, why, and who decided it.")
    @LooksUp(LookupKind.RETENTION)
    @GetMapping
    Answer<ScheduleView> schedule(@RequestParam(required = false) @Nullable Long after) {
        return writes.read(after, "memory", () -> ScheduleView.of(retentions.now(), idle.now(), Instant.now()));
    }

    @Operation(
            operationId = "setRetention",
            summary = "Keeps facts of a kind for so long; what is shorter than before applies after a grace.")
    @LooksUp(LookupKind.RETENTION)
    @PutMapping("/{category}")
    RuleDecided set(Caller officer, @PathVariable DataCategory category, @RequestBody RuleWish wish) {
        Actor by = officer.asOfficer();
        Instant now = Instant.now();
        Done<RetentionRecord> done = commands.sendForReceipt(
                new SetRetention(category, wish.months(), wish.basis(), by, wish.grace(), now), RetentionRecord.class);
        RetentionSchedule schedule = done.result().schedule();
        return new RuleDecided(
                schedule.version(), RuleView.of(schedule.rule(category), schedule, idle.now(), now), done.position());
    }

    @Operation(
            operationId = "setPurposeRetention",
            summary =
                    "Says for how long a purpose needs facts; a kind goes when none of its purposes needs it any more.")
    @LooksUp(LookupKind.RETENTION)
    @PutMapping("/purposes/{purpose}")
    PurposeDecided set(Caller officer, @PathVariable ProcessingPurpose purpose, @RequestBody PurposeWish wish) {
        Actor by = officer.asOfficer();
        Instant now = Instant.now();
        Done<RetentionRecord> done = commands.sendForReceipt(
                new SetPurposeRetention(purpose, wish.months(), by, wish.grace(), now), RetentionRecord.class);
        RetentionSchedule schedule = done.result().schedule();
        return new PurposeDecided(schedule.version(), PurposeView.of(purpose, schedule, now), done.position());
    }

    @Operation(operationId = "previewRetention", summary = "What would have to go at a time; changes nothing.")
    @LooksUp(LookupKind.RETENTION)
    @GetMapping("/preview")
    Answer<PreviewView> preview(
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Long after) {
        Instant now = Instant.now();
        Instant then = at == null ? now : at;
        if (then.isBefore(Instant.EPOCH) || then.isAfter(now.plus(Duration.ofDays(365L * 20)))) {
            throw Unacceptable.field("at", "must be after 1970 and at most 20 years from now");
        }
        return writes.read(after, "memory", () -> view(preview(then)));
    }

    private RetentionPreview preview(Instant at) {
        return questions.ask(new PreviewRetention(at), RetentionPreview.class);
    }

    private static PreviewView view(RetentionPreview found) {
        return new PreviewView(
                found.at(),
                found.held(),
                found.apart().entrySet().stream()
                        .map(each -> new ApartView(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(ApartView::period))
                        .toList(),
                new TreeSet<>(found.idle()),
                found.periods().stream().map(OverView::of).toList(),
                found.kinds().stream()
                        .map(kind -> new StaysView(kind.category(), kind.months(), kind.byPurpose(), kind.keptBy()))
                        .toList());
    }

    @Operation(operationId = "listEndings", summary = "What was ended, the newest first.")
    @LooksUp(LookupKind.RETENTION)
    @GetMapping("/endings")
    Answer<EndingViews> endings(
            @RequestParam(required = false) @Min(0) @Nullable Integer cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        return writes.read(after, "memory", () -> page(retentions.now().endings(), cursor, limit));
    }

    /** The cursor counts from the oldest, so that new ones move nothing. */
    private static EndingViews page(List<Ending> all, @Nullable Integer cursor, int limit) {
        int end = cursor == null ? all.size() : Math.min(cursor, all.size());
        int start = Math.max(0, end - limit);
        List<EndingView> items = IntStream.range(start, end)
                .mapToObj(i -> EndingView.of(all.get(end - 1 - (i - start))))
                .toList();
        return new EndingViews(items, start == 0 ? null : start);
    }

    @Operation(
            operationId = "startEnding",
            summary =
                    "Ends what is over, without waiting until it is looked for; answers what is being ended, if anything.")
    @LooksUp(LookupKind.RETENTION)
    @PostMapping("/endings")
    ResponseEntity<EndingView> end() {
        Instant now = Instant.now();
        RetentionPreview over = preview(now);
        List<RetentionPeriod> periods =
                over.periods().stream().map(RetentionPreview.Over::period).toList();
        StartEnding start = new StartEnding(new EndingId(UUID.randomUUID()), periods, over.idle(), over.known(), now);
        return commands.sendForReceipt(start, RetentionRecord.class)
                .result()
                .open()
                .map(ending -> ResponseEntity.accepted().body(EndingView.of(ending)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
