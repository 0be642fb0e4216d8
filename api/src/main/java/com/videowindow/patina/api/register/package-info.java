/** What the engine does with data about people, generated from the code (article 30). */
@NullMarked
package com.videowindow.patina.api.register;

import org.jspecify.annotations.NullMarked;
