package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;

/** Content was added, or changed as a whole. */
@Processing(purposes = ProcessingPurpose.PUBLISHING, basis = LawfulBasis.CONTRACT, recipients = Recipient.EVERYBODY)
public record ContentPublished(Content content, Instant at) implements CatalogEvent {}
