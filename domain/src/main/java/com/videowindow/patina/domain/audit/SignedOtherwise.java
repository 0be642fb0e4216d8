package com.videowindow.patina.domain.audit;

/** The key has signed events that a restore to an earlier point left out: it must not sign what took their place. */
public class SignedOtherwise extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public SignedOtherwise(String name) {
        super("this log was restored to an earlier point than its key " + name
                + " has signed, and is another log from there on: give it a name and a key of its own,"
                + " log key --new NAME --here");
    }
}
