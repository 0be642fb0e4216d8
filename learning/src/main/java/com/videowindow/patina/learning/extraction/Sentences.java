package com.videowindow.patina.learning.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as sentences of words in one form, so that "dovetails" and "dovetailed" are the same: endings of English that say number
 * or time are taken off, other languages are only put in small letters.
 *
 * <p>Reference: the first step of Porter, An algorithm for suffix stripping (1980), and no more of it, since later steps bring
 * together what is not the same.
 */
final class Sentences {
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("[.!?:;\\n]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DOUBLED = Pattern.compile(".*([bdgmnprt])\\1");
    private static final int SHORTEST = 3;

    private Sentences() {}

    static List<List<String>> of(String text, boolean english) {
        List<List<String>> sentences = new ArrayList<>();
        for (String sentence : BETWEEN_SENTENCES.split(text, -1)) {
            List<String> words = words(sentence, english);
            if (!words.isEmpty()) {
                sentences.add(words);
            }
        }
        return sentences;
    }

    static List<String> words(String text, boolean english) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .map(word -> english ? stem(word) : word)
                .toList();
    }

    private static String stem(String word) {
        String one = word.endsWith("s") && !word.endsWith("ss") ? without(word, 1) : word;
        if (one.endsWith("ing")) {
            return undoubled(without(one, 3));
        }
        if (one.endsWith("ed")) {
            return undoubled(without(one, 2));
        }
        return one.endsWith("e") ? without(one, 1) : one;
    }

    private static String without(String word, int letters) {
        String rest = word.substring(0, word.length() - letters);
        boolean aWord = rest.length() >= SHORTEST && rest.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
        return aWord ? rest : word;
    }

    private static String undoubled(String word) {
        return DOUBLED.matcher(word).matches() ? word.substring(0, word.length() - 1) : word;
    }
}
