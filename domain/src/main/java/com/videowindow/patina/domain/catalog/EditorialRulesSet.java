package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;

/** Editors decided by which rules lists are made: these, and no others that were before. */
@Processing(purposes = ProcessingPurpose.PUBLISHING, basis = LawfulBasis.CONTRACT, recipients = Recipient.EVERYBODY)
public record EditorialRulesSet(EditorialRules rules, Instant at) implements CatalogEvent {
    /** They are replaced as a whole, so their stream is named once for all. */
    public static final String STREAM = "editorial/rules";
}
