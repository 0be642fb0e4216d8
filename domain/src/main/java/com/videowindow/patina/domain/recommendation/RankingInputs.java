package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.model.ModelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list was ranked by, beside the person's profile: with that and the list's id, which seeds what is explored, the
 * same list can be made from the log again.
 *
 * @param limit how many items were asked for
 * @param contents what it was to choose from; everything when empty
 * @param facets of which what it chose from was to have one; any when empty
 * @param catalogue the last event of the catalogue that was known
 * @param trained the last event that what goes together was learned from
 * @param counted the last event that what is popular was counted from
 * @param model that was trained and in force; absent where there was none, and what goes together was told by the crowd
 * @param eligible how much could have been offered, before anything was scored
 * @param asked what else it was to be; absent where nothing was said
 * @param rung what it could be made of; absent in lists of before that was told
 * @param looked how much of what was eligible was looked at before time was up; absent where all was
 * @param neighbours what an index of the model's factors found; absent where none was asked
 */
public record RankingInputs(
        Weights weights,
        int limit,
        List<ContentId> contents,
        List<Facet> facets,
        LogPosition catalogue,
        LogPosition trained,
        LogPosition counted,
        @Nullable ModelVersion model,
        int eligible,
        @Nullable ListTerms asked,
        @Nullable Rung rung,
        @Nullable Integer looked,
        @Nullable Neighbours neighbours) {
    private static final int MOST = 1_000;

    public RankingInputs {
        contents = Check.atMost("contents", MOST, contents);
        facets = Check.atMost("facets", MOST, facets);
        asked = ListTerms.NOTHING.equals(asked) ? null : asked;
    }

    /** No index was asked. */
    public RankingInputs(
            Weights weights,
            int limit,
            List<ContentId> contents,
            List<Facet> facets,
            LogPosition catalogue,
            LogPosition trained,
            LogPosition counted,
            @Nullable ModelVersion model,
            int eligible,
            @Nullable ListTerms asked,
            @Nullable Rung rung,
            @Nullable Integer looked) {
        this(weights, limit, contents, facets, catalogue, trained, counted, model, eligible, asked, rung, looked, null);
    }

    /** All was looked at. */
    public RankingInputs(
            Weights weights,
            int limit,
            List<ContentId> contents,
            List<Facet> facets,
            LogPosition catalogue,
            LogPosition trained,
            LogPosition counted,
            @Nullable ModelVersion model,
            int eligible,
            @Nullable ListTerms asked) {
        this(weights, limit, contents, facets, catalogue, trained, counted, model, eligible, asked, null, null);
    }

    public ListTerms whatElse() {
        return asked == null ? ListTerms.NOTHING : asked;
    }
}
