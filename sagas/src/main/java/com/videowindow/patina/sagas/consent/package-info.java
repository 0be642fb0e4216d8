/** What happens to consents by itself. */
@NullMarked
package com.videowindow.patina.sagas.consent;

import org.jspecify.annotations.NullMarked;
