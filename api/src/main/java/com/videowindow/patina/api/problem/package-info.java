/** Everything that goes wrong, said in one form (RFC 9457) and without personal data. */
@NullMarked
package com.videowindow.patina.api.problem;

import org.jspecify.annotations.NullMarked;
