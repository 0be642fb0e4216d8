package com.videowindow.patina.api.interest;

import com.videowindow.patina.api.consent.RefusedReads;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.messaging.TimeTravel;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.interest.StatePreferences;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Moment;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.query.interaction.FindInteractions;
import com.videowindow.patina.query.interaction.InteractionPage;
import com.videowindow.patina.query.interest.FindPastProfile;
import com.videowindow.patina.query.interest.FindUserProfile;
import com.videowindow.patina.query.interest.PastProfile;
import com.videowindow.patina.query.interest.UserProfile;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is known about the caller, and what they say about themselves. */
@RestController
@RequestMapping("/api/v1/user")
final class ProfileController {

    private static final Pattern REVISION = Pattern.compile("\"(\\d{1,18})\"");

    private final Commands commands;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final TimeTravel past;
    private final CurrentConsents consents;
    private final RefusedReads refused;

    ProfileController(
            Commands commands,
            Questions questions,
            ReadYourWrites writes,
            TimeTravel past,
            CurrentConsents consents,
            RefusedReads refused) {
        this.commands = commands;
        this.questions = questions;
        this.writes = writes;
        this.past = past;
        this.consents = consents;
        this.refused = refused;
    }

    @Operation(operationId = "getProfile", summary = "What is known about the caller, or was.")
    @GetMapping("/profile")
    Answer<UserProfile> profile(
            Caller caller,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String asOf) {
        if (asOf == null) {
            Answer<UserProfile> known = now(caller, after);
            countIfRefused(caller);
            return known;
        }
        return past.read(asOf, after, then -> asItWas(caller, then), "interactions", "feedback");
    }

    private Answer<UserProfile> now(Caller caller, @Nullable Long after) {
        return writes.read(after, "interest-profiles", () -> ask(caller));
    }

    /** What is restricted or objected to is kept, so that its person is told it (article 15); what has no consent is not. */
    private void countIfRefused(Caller caller) {
        PurposeStanding standing = consents.standing(caller.reader()).of(Purpose.PERSONALIZATION);
        if (!standing.status().permits()) {
            refused.withoutConsent();
        }
    }

    private UserProfile ask(Caller caller) {
        return questions.ask(new FindUserProfile(caller.reader(), caller.user(), Instant.now()), UserProfile.class);
    }

    private Answer<UserProfile> asItWas(Caller caller, Moment then) {
        PastProfile found = questions.ask(
                new FindPastProfile(caller.reader(), caller.user(), then.at(), then.position()), PastProfile.class);
        return Answer.now(found.profile(), !found.whole());
    }

    @Operation(operationId = "getPreferences", summary = "What the caller stated, with its revision as ETag.")
    @GetMapping("/profile/preferences")
    ResponseEntity<Preferences> preferences(Caller caller, @RequestParam(required = false) @Nullable Long after) {
        // Whether it is stale is told by its ETag: the body is what may be sent back.
        UserProfile profile = now(caller, after).answer();
        return ResponseEntity.ok()
                .eTag("\"" + profile.revision() + "\"")
                .header("Cache-Control", "private, no-cache")
                .body(profile.preferences());
    }

    @Operation(operationId = "putPreferences", summary = "States interests, which outrank what was learned.")
    @PutMapping("/profile/preferences")
    ResponseEntity<Stated> state(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Preferences preferences) {
        demandKnown(preferences.languages());
        Done<Long> done = commands.sendForReceipt(
                new StatePreferences(caller.reader(), preferences, expected(ifMatch), Instant.now()), Long.class);
        return ResponseEntity.ok().eTag("\"" + done.result() + "\"").body(new Stated(done.result(), done.position()));
    }

    @Operation(operationId = "listInteractions", summary = "What the caller did, newest first.")
    @GetMapping("/interactions")
    Answer<InteractionPage> interactions(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindInteractions question = new FindInteractions(caller.reader(), cursor, limit);
        return writes.read(after, "interactions", () -> questions.ask(question, InteractionPage.class));
    }

    private static void demandKnown(List<String> languages) {
        for (int i = 0; i < languages.size(); i++) {
            try {
                Check.plainLanguage("it", languages.get(i));
            } catch (IllegalArgumentException unknown) {
                throw Unacceptable.field(
                        "languages[" + i + "]",
                        "must be a BCP 47 tag of a registered language, with a script and a region at most");
            }
        }
    }

    private static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher revision = REVISION.matcher(ifMatch);
        if (!revision.matches()) {
            throw Unacceptable.field("If-Match", "must be one ETag as it was given, or *");
        }
        return Long.valueOf(revision.group(1));
    }

    /** The statement as it stands now. */
    record Stated(long revision, LogPosition position) {}
}
