package com.videowindow.patina.domain.audit;

/** A log that a restore left shorter than it was signed: nobody may write or sign there what took the missing part's place. */
public class SignedOtherwise extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** @param name that the log's checkpoints carry */
    public SignedOtherwise(String name) {
        super("this log was restored to an earlier point than was signed as " + name
                + ", and is another log from there on: give it a name and a key of its own,"
                + " log key --new NAME --here");
    }

    private SignedOtherwise() {
        super("a restore of this log was broken off: run the same log restore again, which goes on where it was");
    }

    /** Some of the copies are stored and some are not. */
    public static SignedOtherwise unfinished() {
        return new SignedOtherwise();
    }
}
