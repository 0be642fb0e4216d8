package com.videowindow.patina.api.release;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Presence;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.release.ReleaseCommand;
import com.videowindow.patina.command.release.ReleaseCommand.AskRelease;
import com.videowindow.patina.command.release.ReleaseCommand.GrantRelease;
import com.videowindow.patina.command.release.ReleaseCommand.RefuseRelease;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.lookup.LookupReason;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.ReleaseProgress;
import com.videowindow.patina.domain.release.ReleaseState;
import com.videowindow.patina.domain.release.Releases;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An officer asks to see what the log has of somebody; another one decides. */
@RestController
@RequestMapping("/api/v1/compliance")
@EnableConfigurationProperties(ReleaseSettings.class)
final class ReleaseController {

    private final Commands commands;
    private final Releases releases;
    private final Presence presence;
    private final Lookups lookups;
    private final ReleaseSettings settings;

    ReleaseController(
            Commands commands, Releases releases, Presence presence, Lookups lookups, ReleaseSettings settings) {
        this.commands = commands;
        this.releases = releases;
        this.presence = presence;
        this.lookups = lookups;
        this.settings = settings;
    }

    /** @param reference of the case in the operator's own books */
    record Why(LookupReason reason, CaseReference reference) {}

    /** Those of the last 30 days, newest first. */
    record ReleaseViews(List<ReleaseView> items) {}

    @Operation(operationId = "askRelease", summary = "Asks that a person's raw events be released to the caller.")
    @LooksUp(value = LookupKind.RELEASES, whose = Whose.Told.class)
    @PostMapping("/subjects/{id}/releases")
    @ResponseStatus(HttpStatus.CREATED)
    ReleaseView ask(HttpServletRequest request, Caller officer, @PathVariable SubjectId id, @RequestBody Why why) {
        lookups.tell(request, LookupKind.RELEASES, id, new Lookups.Why(why.reason(), why.reference()));
        AskRelease wish = new AskRelease(
                new ReleaseId(UUID.randomUUID()),
                id,
                officer.asOfficer(),
                why.reason(),
                why.reference(),
                Instant.now());
        return presence.about(id, () -> decide(wish));
    }

    @Operation(operationId = "listReleases", summary = "Releases of the last 30 days, newest first.")
    @LooksUp(LookupKind.RELEASES)
    @GetMapping("/releases")
    ReleaseViews all(
            @RequestParam(required = false) @Nullable ReleaseState state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return new ReleaseViews(releases.all().stream()
                .filter(one -> state == null || one.state() == state)
                .limit(limit)
                .map(ReleaseView::of)
                .toList());
    }

    @Operation(
            operationId = "grantRelease",
            summary = "Lets the officer who asked read for a while; refused to that officer.")
    @LooksUp(value = LookupKind.RELEASES, whose = Whose.Told.class)
    @PostMapping("/releases/{id}/grant")
    ReleaseView grant(HttpServletRequest request, Caller officer, @PathVariable ReleaseId id) {
        demandKnown(request, id);
        return decide(new GrantRelease(id, officer.asOfficer(), settings.lasting(), Instant.now()));
    }

    @Operation(operationId = "refuseRelease", summary = "Refuses a release, or takes it back.")
    @LooksUp(value = LookupKind.RELEASES, whose = Whose.Told.class)
    @PostMapping("/releases/{id}/refuse")
    ReleaseView refuse(HttpServletRequest request, Caller officer, @PathVariable ReleaseId id) {
        demandKnown(request, id);
        return decide(new RefuseRelease(id, officer.asOfficer(), Instant.now()));
    }

    /** Whoever decides looks for the reason of whoever asked. */
    private void demandKnown(HttpServletRequest request, ReleaseId id) {
        Optional<ReleaseProgress> known = releases.find(id);
        lookups.tell(
                request,
                LookupKind.RELEASES,
                known.map(ReleaseProgress::subject).orElse(null),
                new Lookups.Why(
                        known.map(ReleaseProgress::reason).orElse(null),
                        known.map(ReleaseProgress::reference).orElse(null)));
        if (known.isEmpty()) {
            throw Unacceptable.nothingHere();
        }
    }

    private ReleaseView decide(ReleaseCommand decision) {
        return ReleaseView.of(
                commands.sendForReceipt(decision, ReleaseProgress.class).result());
    }
}
