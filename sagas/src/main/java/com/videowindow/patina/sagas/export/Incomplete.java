package com.videowindow.patina.sagas.export;

/** Two ways of looking for what is held about a person disagree. Says nothing about who or what. */
final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Incomplete(String why) {
        super(why, null, false, false);
    }
}
