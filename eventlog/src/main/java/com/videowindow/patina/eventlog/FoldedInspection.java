package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.LogEnd;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.LogUnavailable;

/** Figures of the log, exact: folded from its blocks, which are checked on the way; starts over from a milestone. */
final class FoldedInspection implements LogInspection {
    private static final long FAR = 2L * Block.MILESTONE_EVERY;

    private final BlockStore blocks;
    private final LogTail tail;
    private Head folded;

    FoldedInspection(BlockStore blocks, Head head, LogTail tail) {
        this.blocks = blocks;
        this.folded = head;
        this.tail = tail;
    }

    @Override
    public LogEnd end() {
        LogUnavailable away = tail.away();
        if (away != null) {
            throw LogAccess.unavailable("the log does not answer", away.getCause());
        }
        return tail.end();
    }

    @Override
    public synchronized LogStatus status() {
        return LogAccess.available(() -> {
            catchUp(tail.refreshedHead().block());
            return status(folded);
        });
    }

    static LogStatus status(Head head) {
        return new LogStatus(
                head.tree().size(),
                head.types(),
                head.last(),
                head.number() + 1,
                head.number() < 0 ? "" : head.hash().toString());
    }

    private void catchUp(long target) {
        if (target - folded.number() > FAR) {
            folded = blocks.head();
        }
        while (folded.number() < target) {
            for (ReadableBlock block : tail.read(folded.number() + 1)) {
                folded = folded.after(block.block());
            }
        }
    }
}
