package com.videowindow.patina.api.catalog;

import com.videowindow.patina.command.catalog.Change;
import com.videowindow.patina.domain.LogPosition;
import org.jspecify.annotations.Nullable;

/** What a change did, and where it stands in the log; {@code change} is absent where nothing is compared. */
record Published(String id, @Nullable Change change, LogPosition position) {}
