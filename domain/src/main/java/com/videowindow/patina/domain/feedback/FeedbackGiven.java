package com.videowindow.patina.domain.feedback;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.MessageId;
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
 * A person judged a piece of content.
 *
 * @param value stars for {@link FeedbackType#RATING}, absent otherwise
 * @param text kept only for {@link FeedbackType#COMMENT}
 */
@PersonalData(DataCategory.FEEDBACK)
@Processing(
        purposes = {ProcessingPurpose.PERSONALIZATION, ProcessingPurpose.TRAINING},
        basis = LawfulBasis.CONSENT,
        recipients = {Recipient.THE_PERSON, Recipient.OFFICERS_UNDER_RELEASE})
public record FeedbackGiven(
        SubjectId subject,
        MessageId message,
        ContentId content,
        Facets facets,
        FeedbackType type,
        @Nullable Double value,
        @Nullable String text,
        Instant at)
        implements AboutSubject {}
