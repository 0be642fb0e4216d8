package com.videowindow.patina.sagas.erasure;

/**
 * Who else was told that somebody left.
 *
 * @param told that took it
 * @param unreached that did not for so long that it was given up
 * @param open that are still to be told
 */
record Told(int told, int unreached, int open) {}
