/** What is learned and stated about a person, one document each. */
@NullMarked
package com.videowindow.patina.projections.interest;

import org.jspecify.annotations.NullMarked;
