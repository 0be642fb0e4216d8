/** What a person cares about, stated or learned, facet by facet. */
@NullMarked
package com.videowindow.patina.domain.interest;

import org.jspecify.annotations.NullMarked;
