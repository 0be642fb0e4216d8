package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds after a command.
 *
 * @param event that says so, which is an older one where it said the same; absent where there never was one
 * @param standing everything that this person allows and set
 * @param untrue names of the fields of a no that are not recorded as they were sent, since nobody was asked so
 */
public record Decided(@Nullable ConsentEvent event, Standing standing, List<String> untrue) {}
