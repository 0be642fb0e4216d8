/** Who is asking, and what they may reach: nothing, unless a rule here says so. */
@NullMarked
package com.videowindow.patina.api.security;

import org.jspecify.annotations.NullMarked;
