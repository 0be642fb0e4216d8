/**
 * What happens later, or because of several facts: the only place with side effects. Nothing needs it yet: a withdrawn
 * consent takes effect by the folds of the read models themselves.
 */
@NullMarked
package com.videowindow.patina.sagas;

import org.jspecify.annotations.NullMarked;
