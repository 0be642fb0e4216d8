package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.Check;
import java.util.List;
import java.util.Locale;

/**
 * One use of a person's data that needs their consent. The engine itself uses data for its {@linkplain #OWN own} only;
 * officers define others ({@link PurposeDefined}), whose consents it keeps, proves and answers for.
 *
 * @param name 1 to 40 of a to z, 0 to 9 and _, begins with a letter; read in any case, and with - for _
 */
public record Purpose(String name) implements Comparable<Purpose> {
    private static final int MOST_LETTERS = 40;

    /** Own profile and own lists. */
    public static final Purpose PERSONALIZATION = new Purpose("personalization");
    /** Use in models that serve others. */
    public static final Purpose TRAINING = new Purpose("training");
    /** Figures about how the product is used. */
    public static final Purpose ANALYTICS = new Purpose("analytics");
    /** Taking part in controlled experiments. */
    public static final Purpose EXPERIMENTS = new Purpose("experiments");

    /** Those that the engine itself uses data for. */
    public static final List<Purpose> OWN = List.of(PERSONALIZATION, TRAINING, ANALYTICS, EXPERIMENTS);

    public Purpose {
        name = Check.identifier("purpose", name, MOST_LETTERS).replace('-', '_').toLowerCase(Locale.ROOT);
        if (!name.chars().allMatch(Purpose::isLetter) || !Character.isLetter(name.charAt(0))) {
            throw new IllegalArgumentException("purpose must be letters, digits and _, and start with a letter");
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** Whether the engine itself uses data for it. */
    public boolean isOwn() {
        return OWN.contains(this);
    }

    @Override
    public int compareTo(Purpose other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
