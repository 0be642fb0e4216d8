package com.videowindow.patina.query.retention;

import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would have to go.
 *
 * @param known how many endings there were when it was made
 * @param held for how many people a legal reason keeps everything, while what is over goes of all others
 * @param apart of how many of them something is kept, by the periods that ended for all others
 * @param idle purposes that nobody allows, for which nothing is kept
 */
public record RetentionPreview(
        Instant at,
        int known,
        int held,
        Map<RetentionPeriod, Long> apart,
        Set<ProcessingPurpose> idle,
        List<Over> periods,
        List<Stays> kinds) {

    /**
     * What is over.
     *
     * @param facts that were stored then, some of them perhaps of people who were erased since
     * @param months for which it was kept; absent where it was ended before under a rule that is longer now
     * @param byPurpose whether it goes earlier than the rule of its kind has it, since no purpose needs it any more
     */
    public record Over(
            RetentionPeriod period, long facts, @Nullable Integer months, boolean byPurpose) {}

    /**
     * What stays of a kind.
     *
     * @param months for which it is kept; absent where as long as its person is there
     * @param byPurpose whether its purposes end it sooner than the rule of its kind
     * @param keptBy purposes that need it for at least as long
     */
    public record Stays(
            DataCategory category, @Nullable Integer months, boolean byPurpose, Set<ProcessingPurpose> keptBy) {}
}
