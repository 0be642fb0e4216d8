package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Basis;
import com.videowindow.patina.query.recommendation.RecommendationAudit.ComparedItem;
import com.videowindow.patina.query.recommendation.RecommendationAudit.ComparedPart;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Difference;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a list as it was stored with what comes out today. What is equal is equal, whatever was lost; what is not counts
 * as a difference only where nothing that it rests on was lost. A score that is not the sum of its parts was altered.
 */
final class Comparison {
    private static final double MILLION = 1e6;

    private final Set<Basis> lost;
    private final List<ComparedItem> items = new ArrayList<>();
    private Verdict verdict = Verdict.MATCHES;
    private @Nullable Difference first;

    Comparison(Set<Basis> lost) {
        this.lost = lost;
    }

    Verdict verdict() {
        return verdict;
    }

    @Nullable
    Difference first() {
        return first;
    }

    List<ComparedItem> items() {
        return items;
    }

    /** Takes in one more thing that was compared; answers what that came to. */
    Verdict take(String place, Object stored, @Nullable Object again, Basis... restsOn) {
        if (stored.equals(again)) {
            return Verdict.MATCHES;
        }
        return differs(place, stored, again, Set.of(restsOn));
    }

    private Verdict differs(String place, Object stored, @Nullable Object again, Set<Basis> restsOn) {
        boolean forgotten = restsOn.stream().anyMatch(lost::contains);
        Verdict came = forgotten ? Verdict.CANNOT_BE_TOLD : Verdict.DIFFERS;
        if (came.compareTo(verdict) > 0) {
            verdict = came;
            first = new Difference(place, stored.toString(), String.valueOf(again));
        }
        return came;
    }

    /**
     * @param again the same contents in the same order, where they were in the catalogue
     * @param best what would be served
     */
    void take(
            RecommendationsServed list,
            Map<ContentId, ServedItem> again,
            List<ServedItem> best,
            Predicate<ContentId> retired) {
        for (int i = 0; i < list.items().size(); i++) {
            ServedItem stored = list.items().get(i);
            ServedItem there = i < best.size() && best.get(i).content().equals(stored.content()) ? best.get(i) : null;
            items.add(compared("items[" + i + "]", stored, again.get(stored.content()), there, retired));
        }
        take("items", contents(list.items()), contents(best), Basis.PROFILE, Basis.CROWD, Basis.MODEL);
    }

    private static List<ContentId> contents(List<ServedItem> items) {
        return items.stream().map(ServedItem::content).toList();
    }

    private ComparedItem compared(
            String place,
            ServedItem stored,
            @Nullable ServedItem again,
            @Nullable ServedItem best,
            Predicate<ContentId> retired) {
        List<Verdict> came = new ArrayList<>();
        came.add(take(place + ".score", stored.score(), sum(stored) / MILLION));
        List<ComparedPart> parts = List.of();
        if (again == null) {
            came.add(take(place + ".contentId", stored.content(), "not in the catalogue then"));
        } else {
            parts = parts(place, stored, again);
            parts.forEach(part -> came.add(part.verdict()));
            came.add(take(
                    place + ".reasons", stored.reasons(), again.reasons(), Basis.PROFILE, Basis.CROWD, Basis.MODEL));
            came.add(take(place + ".rank", stored.rank(), again.rank()));
        }
        Double propensity = stored.propensity();
        if (best != null && propensity != null) {
            came.add(take(
                    place + ".propensity", propensity, best.propensity(), Basis.PROFILE, Basis.CROWD, Basis.MODEL));
        }
        return new ComparedItem(
                stored.rank(),
                stored.content(),
                Collections.max(came),
                stored.score(),
                again == null ? null : again.score(),
                retired.test(stored.content()),
                propensity,
                parts,
                stored.reasons());
    }

    private List<ComparedPart> parts(String place, ServedItem stored, ServedItem again) {
        Map<String, Double> before = values(stored);
        Map<String, Double> now = values(again);
        List<ComparedPart> parts = new ArrayList<>();
        before.forEach((name, value) -> parts.add(part(place, name, value, now.getOrDefault(name, 0.0))));
        now.forEach((name, value) -> {
            if (!before.containsKey(name)) {
                parts.add(part(place, name, 0.0, value));
            }
        });
        return parts;
    }

    private ComparedPart part(String place, String name, double stored, double again) {
        Verdict came = take(place + ".parts." + name, stored, again, restsOn(name));
        return new ComparedPart(name, came, stored, again);
    }

    private static Basis[] restsOn(String name) {
        return Arrays.stream(Part.values())
                .filter(part -> part.written().equals(name))
                .findFirst()
                .map(Comparison::restsOn)
                .orElseGet(() -> new Basis[] {});
    }

    private static Basis[] restsOn(Part part) {
        return switch (part) {
            case INTEREST, MAKEABLE, LIKENESS -> new Basis[] {Basis.PROFILE};
            case COLLABORATIVE -> new Basis[] {Basis.PROFILE, Basis.CROWD, Basis.MODEL};
            case EXPLORATION -> new Basis[] {Basis.PROFILE, Basis.CROWD};
            case RELATED -> new Basis[] {Basis.CROWD, Basis.MODEL};
            case TRENDING -> new Basis[] {Basis.CROWD};
            case CALIBRATION -> new Basis[] {Basis.PROFILE};
            case PIN, CAP -> new Basis[] {Basis.PROFILE, Basis.CROWD, Basis.MODEL};
            case FRESHNESS, EDITORIAL, BOOST, DIVERSITY, CREATOR -> new Basis[] {};
        };
    }

    private static Map<String, Double> values(ServedItem item) {
        Map<String, Double> values = new LinkedHashMap<>();
        item.contributions().forEach(part -> values.put(part.name(), part.value()));
        return values;
    }

    private static long sum(ServedItem item) {
        return item.contributions().stream()
                .map(Contribution::value)
                .mapToLong(Comparison::millionths)
                .sum();
    }

    private static long millionths(double value) {
        return Math.round(value * MILLION);
    }
}
