package com.videowindow.patina.projections.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.domain.erasure.Unlearning;
import com.videowindow.patina.projections.memory.MemoryProgress;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has the crowd of this node learned anew, once memory has come that far. */
@Component
final class CrowdUnlearning implements Unlearning {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final MemoryProgress memory;
    private final MemoryCrowd crowd;

    CrowdUnlearning(MemoryProgress memory, MemoryCrowd crowd) {
        this.memory = memory;
        this.crowd = crowd;
    }

    @Override
    public Unlearned unlearn(LogPosition through) {
        if (!memory.await(through, MOMENT)) {
            throw new NotYet("memory has not read that far");
        }
        return crowd.learnedAnew();
    }
}
