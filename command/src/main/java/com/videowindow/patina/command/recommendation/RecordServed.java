package com.videowindow.patina.command.recommendation;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.List;

/** Keep the lists that were served, as the sources of their trails; answers a {@code Stored} for each. */
@Uses(purpose = ProcessingPurpose.EXPLANATION, basis = LawfulBasis.CONSENT)
public record RecordServed(List<RecommendationsServed> lists) {

    public RecordServed {
        lists = List.copyOf(lists);
    }
}
