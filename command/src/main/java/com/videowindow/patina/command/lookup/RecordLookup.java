package com.videowindow.patina.command.lookup;

import com.videowindow.patina.domain.lookup.LookedUp;

/** Write down that somebody looks; answers a {@code Stored} when it is durable. */
public record RecordLookup(LookedUp lookup) {}
