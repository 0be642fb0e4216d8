package com.videowindow.patina.domain.interaction;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.PersonalData;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person did something. The facets of the content as they were then travel with it, so that a replay learns the same
 * even after the content changed.
 *
 * @param sale what was bought or put into the cart, where products or an amount were named
 * @param at the client's time, corrected for its clock
 * @param receivedAt when it reached us; consent was judged at this instant
 */
@PersonalData(DataCategory.INTERACTION)
@Processing(
        purposes = {ProcessingPurpose.PERSONALIZATION, ProcessingPurpose.TRAINING, ProcessingPurpose.ANALYTICS},
        basis = LawfulBasis.CONSENT,
        recipients = {Recipient.THE_PERSON, Recipient.OFFICERS_UNDER_RELEASE, Recipient.PRODUCT_STAFF})
public record InteractionRecorded(
        SubjectId subject,
        MessageId message,
        @Nullable SessionId session,
        InteractionKind kind,
        @Nullable ContentId content,
        Facets facets,
        Engagement engagement,
        InteractionContext context,
        @Nullable Sale sale,
        Instant at,
        Instant receivedAt)
        implements AboutSubject {}
