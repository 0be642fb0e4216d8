/** What is known about a person, for that person. */
@NullMarked
package com.videowindow.patina.api.interest;

import org.jspecify.annotations.NullMarked;
