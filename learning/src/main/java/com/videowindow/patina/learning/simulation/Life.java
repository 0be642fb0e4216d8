package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.util.BitSet;
import java.util.List;

/**
 * All that somebody does in a scenario, whatever they allow to be remembered, and what became of them.
 *
 * @param deeds oldest first
 * @param returns oldest first
 * @param days how they were on each morning
 */
public record Life(Resident who, List<InteractionRecorded> deeds, List<Return> returns, List<Morning> days) {

    /**
     * Somebody on a morning.
     *
     * @param skill by craft
     * @param tools techniques for which they have what it takes; not to be changed
     */
    public record Morning(List<Double> skill, BitSet tools) {}
}
