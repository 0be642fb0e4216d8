/** The command line: every command speaks to a running server over HTTP, or starts one in this process first. */
@NullMarked
package com.videowindow.patina.api.cli;

import org.jspecify.annotations.NullMarked;
