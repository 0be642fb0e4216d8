/** Pages for people who read, not for programs: HTML without anything that runs. */
@NullMarked
package com.videowindow.patina.api.page;

import org.jspecify.annotations.NullMarked;
