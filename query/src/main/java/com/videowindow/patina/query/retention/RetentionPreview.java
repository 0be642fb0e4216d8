package com.videowindow.patina.query.retention;

import com.videowindow.patina.domain.retention.RetentionPeriod;
import java.time.Instant;
import java.util.List;

/**
 * What would have to go.
 *
 * @param known how many endings there were when it was made
 * @param held for how many people a legal reason keeps everything, so that nothing goes
 */
public record RetentionPreview(Instant at, int known, long held, List<Over> periods) {

    /** @param facts that were stored then, some of them perhaps of people who were erased since */
    public record Over(RetentionPeriod period, long facts) {}
}
