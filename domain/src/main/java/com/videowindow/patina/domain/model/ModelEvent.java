package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/**
 * What became of the trained models. About nobody in particular: a model holds nothing of anybody, and who it was trained from
 * is written nowhere. An engineer who decided is named by a random id.
 */
@Processing(
        purposes = ProcessingPurpose.ACCOUNTABILITY,
        basis = LawfulBasis.LEGITIMATE_INTERESTS,
        recipients = {Recipient.PRODUCT_STAFF})
public sealed interface ModelEvent extends DomainEvent
        permits TrainingAsked,
                TrainingBegun,
                TrainingTaken,
                TrainingFailed,
                ModelTrained,
                ModelEvaluated,
                ModelRefused,
                ModelShadowed,
                ModelPromoted,
                ModelRolledBack,
                ModelRetired {
    /** All of them stand in one stream, so that one training at a time is under way, over all nodes. */
    String STREAM = "models/collaborative";
}
