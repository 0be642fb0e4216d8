package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.catalog.Content;
import java.util.List;

/**
 * A video of the market, with what only the world knows of it.
 *
 * @param craft by number, as techniques, materials and the creator are
 * @param level how much practice it asks for, 0 to 3
 * @param appeal how well it is made, 0 for the usual
 * @param gift whether it shows something to give away
 * @param day on which it is published; below 0 before the scenario begins
 */
public record Work(
        int number,
        Content content,
        int craft,
        List<Integer> techniques,
        List<Integer> materials,
        int level,
        int creator,
        double appeal,
        boolean gift,
        int day) {}
