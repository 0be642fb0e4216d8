package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the engine concluded about a person, as it is shown to them. */
public interface Conclusions {
    /**
     * As it stands now, by name: rows that JSON can be made of.
     *
     * @throws com.videowindow.patina.domain.audit.ReadModelUnavailable when it cannot be told now
     */
    Map<String, List<?>> of(SubjectId subject, Instant now);

    /** Why the items of a list were in it: a row for each, with the reasons in words. */
    List<?> reasons(RecommendationsServed list);
}
