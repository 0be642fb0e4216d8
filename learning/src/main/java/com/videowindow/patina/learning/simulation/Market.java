package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The world of a scenario. Works and goods are made once; people are made when they are asked for, each by their number
 * alone, so that any number of them fits into memory. Nobody is influenced by anybody else: what many like is what is well
 * made.
 *
 * <p>Safe for threads once made.
 */
public final class Market {
    private static final long CREATORS = 1;
    private static final long WORKS = 2;
    private static final long GOODS = 3;
    private static final long PEOPLE = 4;
    private static final long LIVES = 5;
    private static final long TARGET = 6;
    private static final long NAME = 7;

    private final Scenario scenario;
    private final Chance root;
    private final String name;
    private final List<Work> works;
    private final Map<ContentId, Work> byId = new HashMap<>();
    private final List<Good> goods;
    private final Shelves shelves;
    private final Residents residents;

    private Market(Scenario scenario) {
        this.scenario = scenario;
        this.root = Chance.of(scenario.seed());
        this.name = name(scenario, root);
        List<Creator> creators = new ArrayList<>();
        for (int number = 0; number < Creator.COUNT; number++) {
            creators.add(Creator.of(number, root.at(CREATORS, number)));
        }
        this.works = new Works(scenario, name, creators, root.at(WORKS)).all();
        works.forEach(work -> byId.put(work.content().id(), work));
        this.goods = new Goods(name, creators, root.at(GOODS)).all();
        this.shelves = new Shelves(works);
        this.residents = new Residents(scenario, name, root.at(PEOPLE));
    }

    public static Market of(Scenario scenario) {
        return new Market(scenario);
    }

    /**
     * Two worlds that differ in what anybody does in them have different names, so that both can be told to one server: each
     * of their people, works and messages is named after them.
     */
    private static String name(Scenario scenario, Chance root) {
        Scenario.Drift drift = scenario.drift();
        long share = drift == null ? -1 : Double.doubleToLongBits(drift.share());
        Chance of = root.at(NAME, scenario.start().toEpochDay(), drift == null ? -1 : drift.day(), share);
        return "m" + Long.toUnsignedString(scenario.seed(), 36) + "-"
                + Integer.toString(of.below(36 * 36 * 36 * 36), 36);
    }

    public Scenario scenario() {
        return scenario;
    }

    /** What the names of all its things begin with. */
    public String name() {
        return name;
    }

    /** By number. */
    public List<Work> works() {
        return works;
    }

    public Optional<Work> work(ContentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By number. */
    public List<Good> goods() {
        return goods;
    }

    /** People and bots, who come after them. */
    public int residents() {
        return scenario.people() + scenario.bots();
    }

    public Resident resident(int number) {
        return residents.resident(number);
    }

    /** The work that bots push, where there are any. */
    public Optional<Work> target() {
        return bots().map(bots -> bots.target(root.at(TARGET)));
    }

    public Life life(int number) {
        Resident who = resident(number);
        Chance own = root.at(LIVES, number);
        return bots().filter(all -> who.bot())
                .map(bots -> bots.life(who, bots.target(root.at(TARGET)), own))
                .orElseGet(() -> new Living(who, scenario, shelves, goods, own).life(own));
    }

    /** How likely somebody is to like a work that they watch on this day: what every model tries to guess. */
    public double likes(Life life, Work work, int day) {
        Life.Morning then = life.days().get(day);
        double skill = then.skill().get(work.craft());
        boolean equipped = work.techniques().stream().allMatch(then.tools()::get);
        return Liking.probability(Liking.wish(
                life.who().tasteOn(day), skill, equipped, work, scenario.start().plusDays(day)));
    }

    private Optional<Bots> bots() {
        return Optional.ofNullable(scenario.burst()).map(burst -> new Bots(scenario, burst, works, shelves));
    }
}
