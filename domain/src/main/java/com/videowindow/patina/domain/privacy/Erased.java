package com.videowindow.patina.domain.privacy;

/** The person's keys were destroyed while this was under way: nothing about them is stored any more. */
public class Erased extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public Erased() {
        super("this person was erased");
    }
}
