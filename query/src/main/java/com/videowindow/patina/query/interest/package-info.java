/** What is known about a person's interests, as they may read it. */
@NullMarked
package com.videowindow.patina.query.interest;

import org.jspecify.annotations.NullMarked;
