package com.videowindow.patina.learning.likeness;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.learning.extraction.Field;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often content says each word, in the title and in tags counting for more than by the way. A word is known by 32 bits
 * of it, so that there is no dictionary whose order anything could depend on; of some thousand words two in a million
 * catalogues are taken for one. Of long texts the {@value #MOST} words are kept that are said most.
 *
 * <p>Reference: Weinberger et al., Feature hashing for large scale multitask learning (2009).
 */
public final class WordCounts {
    static final WordCounts NONE = new WordCounts(new int[0], new float[0]);

    private static final int MOST = 150;
    private static final int SHORTEST = 2;
    private static final Comparator<Map.Entry<Integer, Double>> MOST_SAID =
            Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final int[] words;
    private final float[] said;

    private WordCounts(int[] words, float[] said) {
        this.words = words;
        this.said = said;
    }

    public static WordCounts of(Content content) {
        String language = content.description().language();
        boolean english = language == null || language.startsWith("en");
        Map<Integer, Double> counts = new HashMap<>();
        for (Field field : Field.values()) {
            for (List<String> sentence : field.of(content, english)) {
                sentence.stream()
                        .filter(word -> word.length() >= SHORTEST)
                        .forEach(word -> counts.merge(known(word), field.weight(), Double::sum));
            }
        }
        List<Map.Entry<Integer, Double>> kept =
                counts.entrySet().stream().sorted(MOST_SAID).limit(MOST).toList();
        int[] words = new int[kept.size()];
        float[] said = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = kept.get(i).getKey();
            said[i] = (float) (1 + StrictMath.log(Math.max(1, kept.get(i).getValue())));
        }
        return new WordCounts(words, said);
    }

    /** FNV-1a, which no release of Java changes. */
    private static int known(String word) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
        }
        return hash;
    }

    int size() {
        return words.length;
    }

    int word(int place) {
        return words[place];
    }

    /** One and the logarithm of how often it is said. */
    float said(int place) {
        return said[place];
    }
}
