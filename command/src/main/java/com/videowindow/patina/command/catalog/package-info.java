/** What creators and the shop offer. */
@NullMarked
package com.videowindow.patina.command.catalog;

import org.jspecify.annotations.NullMarked;
