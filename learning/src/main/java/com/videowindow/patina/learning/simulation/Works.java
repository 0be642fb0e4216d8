package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.SkillLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can be watched: a library that stands at the beginning, and {@value #A_DAY} more each day. */
final class Works {
    static final int LIBRARY = 400;
    static final int A_DAY = 2;

    private static final int OLDEST_DAYS = 400;
    private static final int PICTURES = 2;
    private static final SkillLevel[] LEVELS = SkillLevel.values();

    private final Scenario scenario;
    private final String world;
    private final Chance chance;
    private final List<Creator> creators;
    private final double[] fame;

    Works(Scenario scenario, String world, List<Creator> creators, Chance chance) {
        this.scenario = scenario;
        this.world = world;
        this.creators = creators;
        this.chance = chance;
        this.fame = creators.stream()
                .mapToDouble(each -> StrictMath.exp(each.fame() * 0.6))
                .toArray();
    }

    /** How many can be seen on this day, whatever the zone: those of a day from the day after the next on. */
    static int until(int day) {
        return LIBRARY + A_DAY * Math.max(0, day - 1);
    }

    List<Work> all() {
        List<Work> all = new ArrayList<>();
        for (int number = 0; number < until(scenario.days()); number++) {
            all.add(work(number, chance.at(number)));
        }
        return List.copyOf(all);
    }

    private Work work(int number, Chance own) {
        Creator creator = creators.get(own.weighed(fame));
        Craft craft = own.one(creator.crafts());
        List<Integer> techniques = own.some(craft.techniques(), own.happens(0.4) ? 2 : 1);
        List<Integer> materials = own.some(craft.materials(), own.happens(0.4) ? 2 : 1);
        int level = level(creator, own);
        boolean gift = own.happens(0.12);
        int day = number < LIBRARY ? -2 - own.below(OLDEST_DAYS) : (number - LIBRARY) / A_DAY;
        Content told = content(number, creator, craft, techniques, materials, level, gift, day, own);
        double appeal = 0.3 * creator.fame() + own.normal();
        Content content = pictured(told, Pictured.of(craft.number(), techniques, materials, appeal, own.at(PICTURES)));
        return new Work(
                number, content, craft.number(), techniques, materials, level, creator.number(), appeal, gift, day);
    }

    private static Content pictured(Content told, List<Float> embedding) {
        return new Content(
                told.id(), told.description(), told.transcript(), told.duration(), told.publishedAt(), embedding);
    }

    private static int level(Creator creator, Chance own) {
        long near = StrictMath.round(own.normal(0.5 + 0.6 * creator.level(), 0.9));
        return (int) Math.max(0, Math.min(3, near));
    }

    private Content content(
            int number,
            Creator creator,
            Craft craft,
            List<Integer> techniques,
            List<Integer> materials,
            int level,
            boolean gift,
            int day,
            Chance own) {
        List<String> how =
                techniques.stream().map(Crafts.KNOWN.techniques()::get).toList();
        List<String> ofWhat =
                materials.stream().map(Crafts.KNOWN.materials()::get).toList();
        Telling told = Telling.of(new Telling.Subject(how, ofWhat, near(craft, how, ofWhat), level, gift), own.at(1));
        Description description = new Description(
                told.title(),
                told.description(),
                null,
                creator.handle(),
                craft.category(),
                craft.subcategory(),
                List.of(),
                how,
                ofWhat,
                LEVELS[level],
                told.tags(),
                "en");
        return new Content(
                new ContentId(world + "-w" + number),
                description,
                told.transcript(),
                Duration.ofSeconds(StrictMath.round(StrictMath.exp(own.normal(6.6, 0.5)))),
                published(day, own),
                List.of());
    }

    private static List<String> near(Craft craft, List<String> how, List<String> ofWhat) {
        Crafts known = Crafts.KNOWN;
        return Stream.concat(
                        craft.techniques().stream().map(known.techniques()::get).filter(name -> !how.contains(name)),
                        craft.materials().stream().map(known.materials()::get).filter(name -> !ofWhat.contains(name)))
                .toList();
    }

    private Instant published(int day, Chance own) {
        int minute = own.below(24 * 60);
        return scenario.start().plusDays(day).atTime(minute / 60, minute % 60).toInstant(ZoneOffset.UTC);
    }
}
