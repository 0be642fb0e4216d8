package com.videowindow.patina.projections.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.projections.runner.Facts;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.recommendation.Trails;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One document for each served list, under the ids of its person and of the list: nobody else even finds it, so that who asks
 * for another's waits no longer than who asks for none.
 */
@Component
@Processing(
        purposes = ProcessingPurpose.EXPLANATION,
        basis = LawfulBasis.CONSENT,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class ServedTrails extends Facts<RecommendationsServed> implements Trails {
    private static final String NAME = "trails";

    private final Documents<RecommendationsServed> documents;
    private final OpenParts parts;

    ServedTrails(ReadSide readSide, OpenParts parts) {
        super(NAME, RecommendationsServed.class);
        this.parts = parts;
        this.documents = new Documents<>(readSide, RecommendationsServed.class);
    }

    @Override
    protected String key(RecommendationsServed event, long position) {
        return key(event.subject(), event.id());
    }

    private static String key(SubjectId subject, RecommendationId list) {
        return subject + "." + list;
    }

    @Override
    public Optional<RecommendationsServed> find(SubjectId subject, RecommendationId recommendation) {
        return documents
                .find(NAME, key(subject, recommendation))
                .filter(document -> !parts.hidden(subject).contains(new LogPosition(document.position())))
                .flatMap(document -> Optional.ofNullable(document.body()))
                .filter(served -> served.subject().equals(subject));
    }
}
