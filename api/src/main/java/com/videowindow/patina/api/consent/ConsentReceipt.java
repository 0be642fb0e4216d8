package com.videowindow.patina.api.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.videowindow.patina.api.consent.Receipts.Found;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.erasure.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consent receipt by the field names of ISO/IEC TS 27560:2023; who the person is stands only under their random id.
 *
 * @param recordId names the record in this log: the person's stream at its position
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentReceipt(
        String schemaVersion, LogPosition recordId, SubjectId piiPrincipalId, Processing processing, Event event) {

    /** What the consent is about. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Processing(
            PolicyVersion privacyNotice,
            @JsonProperty("privacy_notice_sha256") @Nullable TextHash privacyNoticeHash,
            @Nullable NoticeId noticeId,
            Purpose purpose,
            String lawfulBasis,
            List<Jurisdiction> jurisdictions,
            Channel collectionMethod,
            String withdrawalMethod) {}

    /**
     * What was decided.
     *
     * @param eventSequence of the event among the person's, from 0: what is proven beside it is this one
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            Instant eventTime,
            @Nullable LocalDate validUntil,
            Actor.Kind entity,
            String eventType,
            long eventSequence,
            String eventState) {}

    static ConsentReceipt of(Found found) {
        return switch (found.choice()) {
            case ConsentGiven given -> of(found, given.policy(), given.channel(), given.evidence(), given.expires());
            case ConsentRefused refused -> of(found, refused.policy(), refused.channel(), refused.evidence(), null);
            case ConsentWithdrawn withdrawn ->
                of(found, withdrawn.policy(), withdrawn.channel(), withdrawn.evidence(), null);
            default ->
                throw new IllegalArgumentException(
                        "no choice: " + found.choice().getClass());
        };
    }

    private static ConsentReceipt of(
            Found found, PolicyVersion policy, Channel channel, @Nullable Evidence known, @Nullable LocalDate expires) {
        PurposeEvent choice = found.choice();
        Evidence evidence = known == null ? Evidence.NONE : known;
        Processing processing = new Processing(
                policy,
                evidence.text(),
                evidence.notice(),
                choice.purpose(),
                "dpv:Consent",
                evidence.jurisdiction() == null ? List.of() : List.of(evidence.jurisdiction()),
                channel,
                "PUT /api/v1/user/consents/" + choice.purpose().name());
        Event event = new Event(
                choice.at(),
                expires,
                evidence.by() == null ? Actor.Kind.SUBJECT : evidence.by().kind(),
                choice.getClass().getSimpleName(),
                found.sequence(),
                found.then().of(choice.purpose()).status().term());
        return new ConsentReceipt("ISO/IEC TS 27560:2023", found.position(), choice.subject(), processing, event);
    }
}
