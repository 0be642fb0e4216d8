package com.videowindow.patina.domain.model;

import java.io.IOException;

/** The bytes of a model are not those that were stored. */
public final class AlteredModel extends IOException {
    private static final long serialVersionUID = 1L;

    public AlteredModel(String why) {
        super(why);
    }
}
