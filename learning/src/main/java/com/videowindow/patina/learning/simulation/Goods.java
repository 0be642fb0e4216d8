package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What is sold: a tool for each technique, and each material, in the order of their numbers. */
final class Goods {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final int ENOUGH = 1_000_000;

    private final String world;
    private final List<Creator> creators;
    private final Chance chance;
    private final List<Good> all = new ArrayList<>();

    Goods(String world, List<Creator> creators, Chance chance) {
        this.world = world;
        this.creators = creators;
        this.chance = chance;
        for (Craft craft : Crafts.KNOWN.all()) {
            craft.techniques().forEach(technique -> addTool(craft, technique));
        }
        for (int material = 0; material < Crafts.KNOWN.materials().size(); material++) {
            addMaterial(material);
        }
    }

    List<Good> all() {
        return List.copyOf(all);
    }

    private void addTool(Craft craft, int technique) {
        String name = Crafts.KNOWN.techniques().get(technique);
        int price = 15 + chance.at(all.size()).below(120);
        add("Tool for " + name, craft, List.of(name), List.of(), technique, -1, price);
    }

    private void addMaterial(int material) {
        String name = Crafts.KNOWN.materials().get(material);
        Craft first = Crafts.KNOWN.all().stream()
                .filter(craft -> craft.materials().contains(material))
                .findFirst()
                .orElseThrow();
        int price = 5 + chance.at(all.size()).below(40);
        add("Some " + name, first, List.of(), List.of(name), -1, material, price);
    }

    private void add(
            String title,
            Craft craft,
            List<String> techniques,
            List<String> materials,
            int technique,
            int material,
            int price) {
        int number = all.size();
        Description description = new Description(
                title,
                null,
                null,
                creators.get(craft.number()).handle(),
                craft.category(),
                craft.subcategory(),
                List.of(),
                techniques,
                materials,
                null,
                List.of(),
                "en");
        Product product = new Product(
                new ProductId(world + "-g" + number),
                description,
                new Money(BigDecimal.valueOf(price), EURO),
                ENOUGH,
                List.of());
        all.add(new Good(number, product, technique, material, price));
    }

    /** The tool of a technique stands at its number, since techniques are numbered by their crafts. */
    static int toolOf(int technique) {
        return technique;
    }

    static int ofMaterial(int material) {
        return Crafts.KNOWN.techniques().size() + material;
    }
}
