package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.Check;

/**
 * What a person is told about one use of their data, in one language.
 *
 * @param language BCP 47
 * @param title a few words, at most 200 characters
 * @param text at most 20,000 characters
 */
public record PolicyText(String language, String title, String text) {
    private static final int MOST_TITLE = 200;
    private static final int MOST_TEXT = 20_000;

    public PolicyText {
        language = Check.language("language", language);
        Check.text("title", title, MOST_TITLE);
        Check.text("text", text, MOST_TEXT);
    }

    /** Of the text alone, as it was shown. */
    public TextHash hash() {
        return TextHash.of(text);
    }
}
