package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.Check;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about one use of their data, in one language.
 *
 * @param language BCP 47
 * @param title a few words, at most 200 characters
 * @param text at most 20,000 characters
 */
public record PolicyText(String language, String title, String text) {
    private static final int MOST_TEXTS = 40;
    private static final int MOST_TITLE = 200;
    private static final int MOST_TEXT = 20_000;

    public PolicyText {
        language = Check.language("language", language);
        Check.text("title", title, MOST_TITLE);
        Check.text("text", text, MOST_TEXT);
    }

    /**
     * The same texts.
     *
     * @throws IllegalArgumentException unless there are 1 to 40, each in another language
     */
    public static List<PolicyText> eachLanguage(@Nullable List<PolicyText> texts) {
        List<PolicyText> all = Check.atMost("texts", MOST_TEXTS, texts);
        if (all.isEmpty() || all.stream().map(PolicyText::language).distinct().count() != all.size()) {
            throw new IllegalArgumentException("texts must have at least one, and one for each language");
        }
        return all;
    }

    /**
     * The same of what comes in: languages exist.
     *
     * @throws IllegalArgumentException likewise
     */
    public static void checkNew(@Nullable List<PolicyText> texts) {
        eachLanguage(texts).forEach(text -> Check.existingLanguage("language", text.language()));
    }

    /** The one in this language, whatever the region; the first where there is none. */
    public static PolicyText in(Locale language, List<PolicyText> texts) {
        return texts.stream()
                .filter(one ->
                        Locale.forLanguageTag(one.language()).getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(texts.getFirst());
    }

    /** Of the text alone, as it was shown. */
    public TextHash hash() {
        return TextHash.of(text);
    }
}
