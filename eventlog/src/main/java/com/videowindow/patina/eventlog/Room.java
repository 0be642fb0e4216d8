package com.videowindow.patina.eventlog;

import java.util.List;

/**
 * How much may wait, in commits and in bytes: a commit may be of any size between a hundred bytes and 15 MB, so neither
 * alone bounds anything. What is larger than all of it gets in when nothing else waits, or it never would.
 */
final class Room {
    private final int mostCommits;
    private final long mostBytes;
    private int commits;
    private long bytes;

    Room(int mostCommits, long mostBytes) {
        this.mostCommits = mostCommits;
        this.mostBytes = mostBytes;
    }

    /** @return false when there is not room for all of them; then none of them has come in */
    synchronized boolean enter(List<Commit> some) {
        long more = some.stream().mapToLong(Commit::size).sum();
        if (commits > 0 && (commits + some.size() > mostCommits || bytes + more > mostBytes)) {
            return false;
        }
        commits += some.size();
        bytes += more;
        return true;
    }

    synchronized void leave(Commit commit) {
        commits--;
        bytes -= commit.size();
    }

    synchronized int commits() {
        return commits;
    }
}
