package com.videowindow.patina.learning.simulation;

import java.util.Arrays;

/** What somebody likes, as the world knows it: a number for each craft, technique, material and creator, 0 for neither. */
public final class Taste {
    private final double[] crafts;
    private final double[] techniques;
    private final double[] materials;
    private final double[] creators;

    private Taste(double[] crafts, double[] techniques, double[] materials, double[] creators) {
        this.crafts = crafts;
        this.techniques = techniques;
        this.materials = materials;
        this.creators = creators;
    }

    /** A few crafts are loved and most are not; within them it is a matter of techniques and materials. */
    static Taste of(Chance chance) {
        Crafts known = Crafts.KNOWN;
        double[] crafts = new double[known.size()];
        Arrays.setAll(crafts, craft -> chance.normal(-1.2, 0.5));
        int loved = 1 + chance.below(3);
        for (Craft craft : chance.some(known.all(), loved)) {
            crafts[craft.number()] = chance.normal(1.3, 0.4);
        }
        return new Taste(
                crafts,
                normal(known.techniques().size(), 1, chance),
                normal(known.materials().size(), 1, chance),
                normal(Creator.COUNT, 0.5, chance));
    }

    private static double[] normal(int length, double deviation, Chance chance) {
        double[] drawn = new double[length];
        Arrays.setAll(drawn, i -> chance.normal(0, deviation));
        return drawn;
    }

    public double craft(int number) {
        return crafts[number];
    }

    public double technique(int number) {
        return techniques[number];
    }

    public double material(int number) {
        return materials[number];
    }

    public double creator(int number) {
        return creators[number];
    }

    /** All of it, crafts first. */
    public double[] vector() {
        double[] all = Arrays.copyOf(crafts, crafts.length + techniques.length + materials.length + creators.length);
        int at = crafts.length;
        for (double[] part : new double[][] {techniques, materials, creators}) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
