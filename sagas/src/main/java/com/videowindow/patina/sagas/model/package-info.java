/** Trains models from the log, measures them, puts them in force and takes them out of it, on whichever node comes first. */
@NullMarked
package com.videowindow.patina.sagas.model;

import org.jspecify.annotations.NullMarked;
