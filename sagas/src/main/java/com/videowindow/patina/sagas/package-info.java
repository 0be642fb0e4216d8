/** What happens later, or because of several facts: the only place with side effects. */
@NullMarked
package com.videowindow.patina.sagas;

import org.jspecify.annotations.NullMarked;
