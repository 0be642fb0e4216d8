package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.AnsweredPolicy;
import com.videowindow.patina.command.consent.ConsentCommand.ShowNotice;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.Forwarding;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.consent.TextHash;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people are asked, and that they were. */
@RestController
@RequestMapping("/api/v1/user")
final class NoticeController {

    private final ConsentDesk desk;
    private final Policies policies;

    NoticeController(ConsentDesk desk, Policies policies) {
        this.desk = desk;
        this.policies = policies;
    }

    @Operation(
            operationId = "listPolicies",
            summary = "What the caller is to be asked about each purpose, in their language as far as there is one.")
    @GetMapping("/policies")
    Asked asked(Locale language) {
        Instant now = Instant.now();
        return new Asked(policies.purposes().stream()
                .filter(purpose -> policies.isOffered(purpose, now))
                .map(policies::newest)
                .flatMap(Optional::stream)
                .filter(policy -> policies.accepts(policy.purpose(), policy.version(), now))
                .map(policy -> Question.of(policy, policies.definition(policy.purpose(), now), language))
                .toList());
    }

    @Operation(
            operationId = "recordNotice",
            summary = "Remembers that the caller was shown a notice, whatever they choose, or nothing.")
    @PostMapping("/consents/notices")
    @ResponseStatus(HttpStatus.CREATED)
    ShownNotices shown(Caller caller, @RequestBody Notice notice) {
        SubjectId subject = caller.subject();
        Instant now = Instant.now();
        LogPosition position = LogPosition.START;
        List<ShownNotice> all = notice.purposes().stream()
                .map(purpose ->
                        new ShownNotice(purpose, new NoticeId(UUID.randomUUID().toString())))
                .toList();
        List<ShowNotice> each = all.stream()
                .map(one -> notice.about(subject, one, policies, now))
                .toList();
        each.forEach(one -> AnsweredPolicy.demand(policies, one)); // all of it, or nothing
        for (ShowNotice one : each) {
            position = desk.decide(one).position();
        }
        return new ShownNotices(all, position);
    }

    /** What to ask, one for each purpose that has a policy. */
    record Asked(List<Question> policies) {}

    /**
     * What to ask about one purpose.
     *
     * @param textHash to be sent with the answer
     * @param validMonths how long an answer holds; for good when absent
     * @param about what the purpose is, where officers defined it
     */
    record Question(
            Purpose purpose,
            PolicyVersion policyVersion,
            String language,
            String title,
            String text,
            TextHash textHash,
            @Nullable Integer validMonths,
            @Nullable About about) {

        static Question of(PolicyPublished policy, Optional<PurposeDefined> purpose, Locale language) {
            PolicyText text = PolicyText.in(language, policy.texts());
            return new Question(
                    policy.purpose(),
                    policy.version(),
                    text.language(),
                    text.title(),
                    text.text(),
                    text.hash(),
                    policy.validMonths(),
                    purpose.map(defined -> About.of(defined, language)).orElse(null));
        }
    }

    /**
     * What a purpose is.
     *
     * @param version of its definition
     * @param recipients who gets data for it beside the operator
     * @param forwards the ways in which it hands data to others, that people can opt out of
     */
    record About(
            int version,
            String language,
            String title,
            String text,
            List<String> recipients,
            List<Forwarding> forwards) {

        static About of(PurposeDefined defined, Locale wanted) {
            PolicyText text = PolicyText.in(wanted, defined.texts());
            return new About(
                    defined.version(),
                    text.language(),
                    text.title(),
                    text.text(),
                    defined.recipients(),
                    defined.forwards());
        }
    }

    /**
     * A notice that was shown.
     *
     * @param purposes that it was about, at least one
     * @param textHash of the text that was shown, where that is one
     * @param language in which the texts were shown, in place of their hash: those that are given for it
     */
    record Notice(
            List<Purpose> purposes,
            PolicyVersion policyVersion,
            @Nullable TextHash textHash,
            @Nullable String language,
            @Nullable Channel channel,
            @Nullable Jurisdiction jurisdiction) {
        Notice {
            OwnChannel.check(channel);
            language = new ShownText(textHash, language).language();
            if (jurisdiction != null) {
                jurisdiction.existing();
            }
            purposes = purposes.stream().distinct().toList();
            if (purposes.isEmpty()) {
                throw Unacceptable.field("purposes", "must name at least one");
            }
        }

        private ShowNotice about(SubjectId subject, ShownNotice one, Policies policies, Instant now) {
            return new ShowNotice(
                    subject,
                    one.purpose(),
                    one.noticeId(),
                    policyVersion,
                    new ShownText(textHash, language).of(one.purpose(), policyVersion, policies),
                    OwnChannel.or(channel),
                    jurisdiction,
                    now);
        }
    }

    /** @param noticeId to be sent with the answer */
    record ShownNotice(Purpose purpose, NoticeId noticeId) {}

    record ShownNotices(List<ShownNotice> notices, LogPosition position) {}
}
