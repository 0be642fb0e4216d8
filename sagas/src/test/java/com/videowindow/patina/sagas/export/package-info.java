/** What the files of an archive look like. */
@NullMarked
package com.videowindow.patina.sagas.export;

import org.jspecify.annotations.NullMarked;
