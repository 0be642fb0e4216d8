package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.List;

/** One item of a served list, with everything that made its score. */
public record ServedItem(
        ContentId content, int rank, double score, List<Contribution> contributions, List<Reason> reasons) {
    public ServedItem {
        contributions = List.copyOf(contributions);
        reasons = List.copyOf(reasons);
    }
}
