/** What nodes and engineers decide about trained models: one training at a time, and never one in force that may not serve. */
@NullMarked
package com.videowindow.patina.command.model;

import org.jspecify.annotations.NullMarked;
