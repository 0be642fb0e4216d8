/** How exports stand, and what of the engine's conclusions belongs into them. */
@NullMarked
package com.videowindow.patina.query.export;

import org.jspecify.annotations.NullMarked;
