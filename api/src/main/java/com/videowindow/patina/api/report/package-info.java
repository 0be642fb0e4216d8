/** What a month was like for people's rights, signed. */
@NullMarked
package com.videowindow.patina.api.report;

import org.jspecify.annotations.NullMarked;
