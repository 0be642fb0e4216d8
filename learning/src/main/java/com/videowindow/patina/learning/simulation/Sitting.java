package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One visit: pages of works, of which somebody chooses what promises most, watches it, and says now and then what they think. */
final class Sitting {
    private static final int PAGE = 10;
    private static final int MOST_WATCHED = 8;
    private static final double GOES_ON = 0.62;
    private static final double SEARCHES = 0.15;

    /** A title tells only some of what makes a work liked. */
    private static final double TOLD_BY_TITLE = 0.7;

    private final Living person;
    private final int day;
    private final LocalDate date;
    private final Chance chance;

    Sitting(Living person, int day, LocalDate date, Chance chance) {
        this.person = person;
        this.day = day;
        this.date = date;
        this.chance = chance;
    }

    /** What share of what they watched they liked. */
    double pleased() {
        int watched = 0;
        int liked = 0;
        do {
            int craft = chance.happens(SEARCHES) ? search() : -1;
            List<Work> page = page(craft);
            if (page.isEmpty()) {
                break;
            }
            Work chosen = chosen(page);
            String surface = craft >= 0 ? "search" : person.following.contains(chosen.creator()) ? "following" : "home";
            passOver(page, chosen, surface);
            watched++;
            liked += watch(chosen, surface) ? 1 : 0;
            person.diary.wait(chance.between(15, 240));
        } while (watched < MOST_WATCHED && chance.happens(GOES_ON));
        return watched == 0 ? 0 : (double) liked / watched;
    }

    private int search() {
        Craft craft = Crafts.KNOWN.all().get(lovedCraft());
        List<String> words = new ArrayList<>(
                craft.techniques().stream().map(Crafts.KNOWN.techniques()::get).toList());
        words.add(craft.subcategory());
        person.diary.search(chance.one(words));
        person.diary.wait(chance.between(5, 30));
        return craft.number();
    }

    private int lovedCraft() {
        Taste taste = person.who.tasteOn(day);
        double[] pull = new double[Crafts.KNOWN.size()];
        for (int craft = 0; craft < pull.length; craft++) {
            pull[craft] = StrictMath.exp(2 * taste.craft(craft));
        }
        return chance.weighed(pull);
    }

    private List<Work> page(int searched) {
        List<Work> page = new ArrayList<>();
        for (int i = 0; i < PAGE; i++) {
            if (searched >= 0) {
                person.shelves.ofCraft(searched, day, person.seen, page, chance);
            } else {
                offer(page);
            }
        }
        return page;
    }

    private void offer(List<Work> page) {
        switch (chance.weighed(0.4, 0.35, 0.15, 0.1)) {
            case 0 -> person.shelves.popular(day, person.seen, page, chance);
            case 1 -> person.shelves.ofCraft(lovedCraft(), day, person.seen, page, chance);
            case 2 -> person.shelves.any(day, person.seen, page, chance);
            default -> {
                if (!person.following.isEmpty()) {
                    int creator = chance.one(List.copyOf(person.following));
                    person.shelves.ofCreator(creator, day, person.seen, page, chance);
                }
            }
        }
    }

    /** By wish and by luck: of the works whose titles promise e to the wish, each in proportion. */
    private Work chosen(List<Work> page) {
        Work best = page.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Work work : page) {
            double luck = -StrictMath.log(-StrictMath.log(Math.max(chance.uniform(), Double.MIN_NORMAL)));
            double promise = TOLD_BY_TITLE * person.wish(work, day, date) + luck;
            if (promise > most) {
                most = promise;
                best = work;
            }
        }
        return best;
    }

    /** What they pass over without a word says nothing; now and then they say that it is not for them. */
    private void passOver(List<Work> page, Work chosen, String surface) {
        Work other = chance.one(page);
        if (other.number() == chosen.number()) {
            return;
        }
        double liked = Liking.probability(person.wish(other, day, date));
        if (chance.happens(0.25 * (1 - liked))) {
            person.seen.set(other.number());
            boolean never = chance.happens(0.3);
            person.diary.deed(never ? InteractionKind.DISMISS : InteractionKind.SKIP, other, surface);
            person.diary.wait(chance.between(2, 10));
        }
    }

    private boolean watch(Work work, String surface) {
        person.seen.set(work.number());
        boolean liked = chance.happens(Liking.probability(person.wish(work, day, date)));
        boolean finished = chance.happens(liked ? 0.85 : 0.1);
        double share = finished ? chance.between(0.92, 1) : chance.between(liked ? 0.3 : 0.03, liked ? 0.85 : 0.5);
        double completion = StrictMath.rint(share * 1_000) / 1_000;
        long lasts = work.content().duration() == null
                ? 0
                : work.content().duration().toSeconds();
        double seconds = StrictMath.rint(completion * lasts);
        person.diary.wait(seconds);
        person.diary.deed(InteractionKind.VIEW, work, new Engagement(seconds, completion, null), surface);
        if (finished) {
            person.practise(work);
        }
        new Reaction(person, work, surface, chance).to(liked);
        if (liked && finished) {
            person.shopping.perhapsBuy(work, date, person.diary, chance);
        }
        return liked;
    }
}
