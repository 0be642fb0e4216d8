package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Difference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds where the list in the read model is not that of the log. */
final class TrailCopy {
    private TrailCopy() {}

    static Optional<Difference> difference(RecommendationsServed log, RecommendationsServed copy) {
        Map<String, Object> stored = places(log);
        Map<String, Object> shown = places(copy);
        return stored.entrySet().stream()
                .filter(place -> !place.getValue().equals(shown.get(place.getKey())))
                .findFirst()
                .map(place -> new Difference(
                        "trail." + place.getKey(),
                        place.getValue().toString(),
                        String.valueOf(shown.get(place.getKey()))));
    }

    private static Map<String, Object> places(RecommendationsServed list) {
        Map<String, Object> places = new LinkedHashMap<>();
        places.put("subject", list.subject());
        places.put("at", list.at());
        places.put("algorithm", list.algorithm());
        places.put("model", list.model());
        places.put("asOf", list.asOf());
        places.put("consents", list.consents());
        places.put("fallback", Optional.ofNullable(list.fallback()));
        places.put("surface", Optional.ofNullable(list.surface()));
        places.put("inputs", list.inputs());
        places.put("items", list.items().size());
        for (int i = 0; i < list.items().size(); i++) {
            ServedItem item = list.items().get(i);
            String place = "items[" + i + "].";
            places.put(place + "contentId", item.content());
            places.put(place + "rank", item.rank());
            places.put(place + "score", item.score());
            item.contributions().forEach(part -> places.put(place + "parts." + part.name(), part.value()));
            places.put(place + "reasons", item.reasons());
        }
        return places;
    }
}
