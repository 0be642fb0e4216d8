/** What people allow, and the tokens of those who are not signed in. */
@NullMarked
package com.videowindow.patina.api.consent;

import org.jspecify.annotations.NullMarked;
