@NullMarked
package com.videowindow.patina.command.model;

import org.jspecify.annotations.NullMarked;
