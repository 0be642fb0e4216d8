package com.videowindow.patina.query.retention;

import com.videowindow.patina.domain.retention.RetentionPeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have to go.
 *
 * @param known how many endings there were when it was made
 * @param held for how many people a legal reason keeps everything, so that nothing goes
 */
public record RetentionPreview(Instant at, int known, long held, List<Over> periods) {

    /**
     * What is over.
     *
     * @param facts that were stored then, some of them perhaps of people who were erased since
     * @param months for which it was kept; absent where it was ended before under a rule that is longer now
     * @param byPurpose whether it goes earlier than the rule of its kind has it, since no purpose needs it any more
     */
    public record Over(
            RetentionPeriod period, long facts, @Nullable Integer months, boolean byPurpose) {}
}
