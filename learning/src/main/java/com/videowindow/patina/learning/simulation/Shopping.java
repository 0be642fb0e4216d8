package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.interaction.InteractionKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A purse and a tool chest: what somebody buys from what they watched, and what of it they send back. */
final class Shopping {
    private static final double SENT_BACK = 0.07;
    private static final int MONTHS_OF_MONEY = 3;

    private final List<Good> goods;
    private final int budget;
    private final BitSet tools = new BitSet();
    private final List<Return> returns = new ArrayList<>();
    private int money;

    /** They have tools for what they can do a little already. */
    Shopping(Resident who, List<Good> goods, Chance chance) {
        this.goods = goods;
        this.budget = who.budget();
        for (Craft craft : Crafts.KNOWN.all()) {
            double skill = who.skill().get(craft.number());
            craft.techniques().stream()
                    .filter(technique -> chance.happens(0.2 + 0.25 * skill))
                    .forEach(tools::set);
        }
    }

    void payday() {
        money = Math.min(money + budget, MONTHS_OF_MONEY * budget);
    }

    boolean isEquippedFor(Work work) {
        return work.techniques().stream().allMatch(tools::get);
    }

    BitSet tools() {
        return (BitSet) tools.clone();
    }

    List<Return> returns() {
        return List.copyOf(returns);
    }

    /** After a video that they liked to its end. */
    void perhapsBuy(Work seen, LocalDate day, Diary diary, Chance chance) {
        double eager = 0.06 * (1 + 3 * Season.presents(day) * (seen.gift() ? 1 : 0.3));
        if (!chance.happens(eager)) {
            return;
        }
        Good good = wanted(seen, chance);
        if (good.price() > money) {
            return;
        }
        diary.wait(chance.between(20, 120));
        diary.sale(InteractionKind.ADD_TO_CART, seen, sale(good), null);
        if (chance.happens(0.6)) {
            diary.wait(chance.between(30, 300));
            buy(seen, good, diary, chance);
        }
    }

    private void buy(Work seen, Good good, Diary diary, Chance chance) {
        OrderId order = diary.nextOrder();
        diary.sale(InteractionKind.PURCHASE, seen, sale(good), order);
        if (chance.happens(SENT_BACK)) {
            Duration kept = Duration.ofHours(72 + chance.below(17 * 24));
            returns.add(new Return(order, good.product().id(), diary.now().plus(kept)));
            return;
        }
        money -= good.price();
        if (good.technique() >= 0) {
            tools.set(good.technique());
        }
    }

    private Good wanted(Work seen, Chance chance) {
        return seen.techniques().stream()
                .filter(technique -> !tools.get(technique))
                .findFirst()
                .map(technique -> goods.get(Goods.toolOf(technique)))
                .orElseGet(() -> goods.get(Goods.ofMaterial(chance.one(seen.materials()))));
    }

    private static Sale sale(Good good) {
        Money price = good.product().price();
        return new Sale(
                List.of(new OrderLine(good.product().id(), 1, price)),
                price,
                good.product().description().facets());
    }
}
