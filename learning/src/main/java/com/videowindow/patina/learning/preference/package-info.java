/** What a person cares about, learned from what they do: a pure fold, the same from every replay. */
@NullMarked
package com.videowindow.patina.learning.preference;

import org.jspecify.annotations.NullMarked;
