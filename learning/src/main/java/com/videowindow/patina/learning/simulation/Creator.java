package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.catalog.CreatorId;
import java.util.List;

/**
 * Who makes works.
 *
 * @param handle public, and nobody's user id
 * @param crafts what they show
 * @param fame how many know them, 0 for the usual
 * @param level how demanding they are, 0 to 3
 */
record Creator(int number, CreatorId handle, List<Craft> crafts, double fame, double level) {
    private static final List<String> NAMES = List.of(
            "mara", "jonas", "akiko", "ilse", "tomas", "priya", "oren", "lena", "caleb", "noor", "hugo", "signe");

    /** Two of each craft, and some who know two. */
    static final int COUNT = 2 * Crafts.KNOWN.size();

    static Creator of(int number, Chance chance) {
        Crafts crafts = Crafts.KNOWN;
        Craft own = crafts.all().get(number % crafts.size());
        boolean two = chance.happens(0.3);
        Craft other = chance.one(crafts.all());
        String handle = NAMES.get(number % NAMES.size()) + "-" + own.subcategory() + "-" + number;
        List<Craft> shown = two && other.number() != own.number() ? List.of(own, other) : List.of(own);
        return new Creator(number, new CreatorId(handle), shown, chance.normal(), chance.between(0, 3));
    }
}
