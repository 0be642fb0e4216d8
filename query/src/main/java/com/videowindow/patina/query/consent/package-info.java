/** What a person allows, as they may read it. */
@NullMarked
package com.videowindow.patina.query.consent;

import org.jspecify.annotations.NullMarked;
