package com.videowindow.patina.query.lookup;

/** Where look-ups are written down. */
public interface LookupBook {
    LookupPage page(FindLookups question);
}
