package com.videowindow.patina.eventlog;

/** A block is not what was once written: nothing may be appended to it, and what follows it proves nothing. */
final class BrokenChain extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final long block;
    private final String what;

    BrokenChain(long block, String what) {
        super("block " + block + " of the log is damaged: " + what);
        this.block = block;
        this.what = what;
    }

    long block() {
        return block;
    }

    String what() {
        return what;
    }
}
