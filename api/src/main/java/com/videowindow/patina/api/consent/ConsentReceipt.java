package com.videowindow.patina.api.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of one entry of the ledger by the field names of ISO/IEC TS 27560:2023 and the terms of the W3C Data Privacy
 * Vocabulary, as its guide to that specification maps them; {@code docs/privacy.md} has the table. What the specification has
 * no name for is said under names of our own, which it allows.
 *
 * @param schemaVersion the profile of the vocabulary
 * @param receiptId of this receipt, new for each
 * @param created when it was made
 * @param recordId names the record in this log: the position of the entry
 * @param piiPrincipalId the person, by their random id
 * @param stateAtIssue what holds as this is made, which may be later than the event
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentReceipt(
        String schemaVersion,
        UUID receiptId,
        Instant created,
        LogPosition recordId,
        SubjectId piiPrincipalId,
        PiiProcessing piiProcessing,
        List<Party> partyIdentification,
        Event event,
        StateAtIssue stateAtIssue) {
    static final String PROFILE = "https://w3id.org/dpv/schema/dpv-27560#receipt-record";

    /**
     * What it is about.
     *
     * @param privacyNotice version of the policy; absent where none was answered or shown
     * @param language of the text that was seen; {@code und} where that is not known
     * @param control instead of purposes, since it holds for all of them
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PiiProcessing(
            @Nullable PolicyVersion privacyNotice,
            @JsonProperty("privacy_notice_sha256") @Nullable TextHash privacyNoticeHash,
            @Nullable NoticeId noticeId,
            String language,
            List<PurposeOfUse> purposes,
            @Nullable ControlSet control) {}

    /**
     * One use of data.
     *
     * @param purposeVersion of its definition when the event was; absent where it had none
     * @param purposeType in the vocabulary; absent of those that officers defined
     * @param processingMethod in the vocabulary; absent where nobody is profiled
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PurposeOfUse(
            Purpose purpose,
            @Nullable Integer purposeVersion,
            @Nullable String purposeType,
            String lawfulBasis,
            List<PiiInformation> piiInformation,
            List<String> piiControllers,
            String collectionMethod,
            @Nullable String processingMethod,
            String storageLocations,
            String retentionPeriod,
            String geographicRestrictions,
            List<Jurisdiction> jurisdiction,
            List<String> recipientThirdParties,
            String withdrawalMethod,
            List<PrivacyRight> privacyRights,
            String authorityParty) {}

    /** A kind of data, as the register names it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PiiInformation(DataCategory piiType, boolean piiOptional) {}

    /** In the vocabulary, and where it is exercised. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PrivacyRight(String right, String exercisedAt) {}

    /** Somebody whom the receipt names. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Party(
            String partyId,
            @Nullable String partyName,
            @Nullable String partyAddress,
            @Nullable String partyContact,
            String partyRole,
            String partyType) {}

    /** @param gpp its field in the Global Privacy Platform's sections for the United States */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ControlSet(
            Control name,
            boolean on,
            ControlChanged.Origin origin,
            @Nullable String gpp) {}

    /**
     * What happened.
     *
     * @param validityDuration for how long that holds
     * @param entityId who decided it, of the parties
     * @param entityRole likewise, in our words
     * @param eventType kind of consent, or of what stands beside it, in the vocabulary
     * @param eventState where the event left the consent; of a control whether it is on
     * @param expressionMethod where it was said
     * @param logEvent name of the event in the log
     * @param eventSequence of the event among the person's, from 0: what is proven beside it is this one
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            Instant eventTime,
            String validityDuration,
            String entityId,
            Said.Role entityRole,
            String eventType,
            String eventState,
            @Nullable Channel expressionMethod,
            String logEvent,
            long eventSequence) {}

    /**
     * What holds as the receipt is made.
     *
     * @param logPosition up to and with which the log is known
     * @param eventState of the consent, or of the control
     * @param validForProcessing whether data may be used so now; absent of controls
     * @param controlsOn all that are on
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateAtIssue(
            Instant asOf,
            LogPosition logPosition,
            String eventState,
            @Nullable Boolean validForProcessing,
            @Nullable Boolean restricted,
            @Nullable Boolean objected,
            List<Control> controlsOn) {}
}
