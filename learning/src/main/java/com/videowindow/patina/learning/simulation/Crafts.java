package com.videowindow.patina.learning.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which crafts there are, with their techniques and materials, numbered in the order in which they are named. A material may
 * belong to several crafts.
 */
record Crafts(List<Craft> all, List<String> techniques, List<String> materials) {

    static final Crafts KNOWN = read("""
            woodworking | joinery | dovetail, mortise and tenon, box joint, half lap, bridle joint | oak, walnut, cherry, ash, pine
            woodworking | turning | bowl turning, spindle turning, hollowing, skew chisel | maple, beech, ash, yew
            woodworking | carving | relief carving, spoon carving, chip carving, kolrosing | lime wood, birch, walnut, cherry
            ceramics | throwing | wheel throwing, centering, trimming, pulled handle | stoneware clay, porcelain, earthenware
            ceramics | handbuilding | coil building, slab building, pinch pot, press mould | terracotta, stoneware clay, paper clay
            ceramics | glazing | glaze mixing, raku firing, sgraffito, wax resist | celadon, wood ash glaze, porcelain
            textiles | knitting | cable knitting, lace knitting, fair isle, sock heel, steeking | merino, alpaca, cotton yarn, shetland wool
            textiles | sewing | pattern drafting, hand quilting, flat felled seam, welt pocket | linen, denim, cotton canvas, silk
            textiles | weaving | rigid heddle, tapestry weaving, card weaving, twill | linen, merino, cotton yarn, jute
            leather | bags | saddle stitch, skiving, edge burnishing, box stitch | bridle leather, waxed thread, brass, suede
            leather | moulding | wet moulding, leather carving, dyeing, rivet setting | shoulder leather, rawhide, brass
            metal | jewellery | soldering, bezel setting, wire wrapping, chasing | sterling silver, copper, brass, garnet
            metal | smithing | drawing out, hot punching, forge welding, tempering | mild steel, tool steel, wrought iron
            paper | bookbinding | coptic binding, case binding, edge gilding, long stitch | book cloth, kozo paper, calfskin
            paper | printmaking | lino cutting, letterpress, screen printing, monotype | linoleum, cotton rag paper, kozo paper
            basketry | willow | twining, stake and strand, randing, border weaving | buff willow, cane, soft rush
            """);

    private static Crafts read(String lines) {
        List<Craft> all = new ArrayList<>();
        List<String> techniques = new ArrayList<>();
        List<String> materials = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            List<String> cells = words(line, "\\|");
            List<Integer> known = numbered(cells.get(2), techniques);
            all.add(new Craft(all.size(), cells.get(0), cells.get(1), known, numbered(cells.get(3), materials)));
        }
        return new Crafts(List.copyOf(all), List.copyOf(techniques), List.copyOf(materials));
    }

    private static List<Integer> numbered(String names, List<String> known) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : words(names, ",")) {
            if (!known.contains(name)) {
                known.add(name);
            }
            numbers.add(known.indexOf(name));
        }
        return List.copyOf(numbers);
    }

    private static List<String> words(String line, String between) {
        return Arrays.stream(line.split(between, -1)).map(String::strip).toList();
    }

    int size() {
        return all.size();
    }
}
