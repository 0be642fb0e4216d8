/** The trained models: how they stand, where they come from, and what engineers decide about them. */
@NullMarked
package com.videowindow.patina.api.model;

import org.jspecify.annotations.NullMarked;
