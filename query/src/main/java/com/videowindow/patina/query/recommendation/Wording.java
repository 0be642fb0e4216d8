package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.catalog.LiveCatalog;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts reasons into words: one file per language, English where there is none. */
@Component
final class Wording {
    private static final int NAMED = 2;

    private final Map<String, ResourceBundle> words;
    private final LiveCatalog catalog;

    Wording(LiveCatalog catalog) {
        this.catalog = catalog;
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.words = Languages.KNOWN.stream()
                .collect(Collectors.toMap(
                        Locale::getLanguage, language -> ResourceBundle.getBundle("reasons", language, exact)));
    }

    List<Recommendations.Item> worded(List<ServedItem> items, Locale language) {
        return items.stream()
                .map(item -> new Recommendations.Item(
                        item.content(),
                        title(item.content()).orElse(item.content().value()),
                        item.rank(),
                        item.score(),
                        item.contributions(),
                        item.reasons().stream()
                                .map(reason -> worded(reason, language))
                                .toList()))
                .toList();
    }

    WordedReason worded(Reason reason, Locale language) {
        ResourceBundle bundle = bundle(language);
        return new WordedReason(reason.kind(), text(reason, bundle), reason.because());
    }

    /** What is always said in the same words. */
    String phrase(String key, Locale language) {
        return bundle(language).getString(key);
    }

    private String text(Reason reason, ResourceBundle bundle) {
        Facet facet = reason.facet();
        if (reason.kind().equals(ReasonKind.WATCHED_TOGETHER) || reason.kind().equals(ReasonKind.SIMILAR)) {
            return naming(reason, bundle);
        }
        if (reason.kind().equals(ReasonKind.GOES_ON)) {
            return goesOn(reason, bundle);
        }
        if (facet == null) {
            return bundle.getString(reason.kind());
        }
        if (reason.count() == 0) {
            return say(bundle, reason.kind(), value(facet, bundle));
        }
        String verb = reason.kind().substring(0, reason.kind().indexOf('-'));
        String kind = facet.kind().name().toLowerCase(Locale.ROOT);
        String videos = say(bundle, "videos." + kind, reason.count(), number(reason, bundle), value(facet, bundle));
        return say(bundle, verb, videos, reason.count());
    }

    private String naming(Reason reason, ResourceBundle bundle) {
        Object[] titles = reason.because().stream()
                .map(this::title)
                .flatMap(Optional::stream)
                .distinct()
                .limit(NAMED)
                .toArray();
        return switch (titles.length) {
            case 0 -> bundle.getString(reason.kind() + ".0");
            case 1 -> say(bundle, reason.kind() + ".1", titles);
            default -> say(bundle, reason.kind() + ".2", titles);
        };
    }

    private String goesOn(Reason reason, ResourceBundle bundle) {
        return reason.because().stream()
                .findFirst()
                .flatMap(this::title)
                .map(title -> say(bundle, "goes-on.1", title))
                .orElseGet(() -> bundle.getString("goes-on.0"));
    }

    private Optional<String> title(ContentId content) {
        return catalog.content(content).map(Content::description).map(description -> description.title());
    }

    private static String value(Facet facet, ResourceBundle bundle) {
        String key = facet.kind() == FacetKind.SKILL ? "skill." + facet.value() : "";
        return bundle.containsKey(key) ? bundle.getString(key) : facet.value().replace('_', ' ');
    }

    private static String number(Reason reason, ResourceBundle bundle) {
        String key = "number." + reason.count();
        return bundle.containsKey(key) ? bundle.getString(key) : Integer.toString(reason.count());
    }

    private static String say(ResourceBundle bundle, String key, Object... values) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }

    private ResourceBundle bundle(Locale language) {
        ResourceBundle known = words.get(language.getLanguage());
        return known != null
                ? known
                : words.getOrDefault("en", words.values().iterator().next());
    }
}
