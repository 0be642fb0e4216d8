package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a served list, with everything that made its score.
 *
 * @param propensity with which it came to its place, given what stands above and what that scored; 1 where nothing was drawn,
 *     absent on later pages and in lists of before it was reckoned
 */
public record ServedItem(
        ContentId content,
        int rank,
        double score,
        List<Contribution> contributions,
        List<Reason> reasons,
        @Nullable Double propensity) {
    public ServedItem {
        contributions = List.copyOf(contributions);
        reasons = List.copyOf(reasons);
        if (propensity != null && !(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity must be above 0 and at most 1");
        }
    }

    /** Of which it is not known how likely it was to stand there. */
    public ServedItem(
            ContentId content, int rank, double score, List<Contribution> contributions, List<Reason> reasons) {
        this(content, rank, score, contributions, reasons, null);
    }

    public ServedItem with(double chance) {
        return new ServedItem(content, rank, score, contributions, reasons, chance);
    }
}
