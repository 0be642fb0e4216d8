package com.videowindow.patina.learning.extraction;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads facets of kinds that content lacks from its title, tags, description and transcript. The dictionary is the catalogue's
 * own taxonomy: whatever facet any content has can be read in others.
 *
 * <p>Idea: as in TF-IDF, a mention counts less the more content mentions the same, and further mentions in the same field add
 * ever less: a field with n mentions gives {@code w (1 - 2^-n)}. A facet that is never seen with the category of the content
 * counts a third; words of a level, which are seldom said by the way, count 1.4. The sum e of the fields becomes a confidence as {@code 1 - exp(-1.7 e)}: two independent hints that each
 * leave a doubt leave the product of both. Skill is one level: the surest.
 *
 * <p>Cost: one pass over the words of the catalogue to learn, one over those of the content to read.
 *
 * <p>Reference: Spärck Jones, A statistical interpretation of term specificity (1972), for the weight of what is rare.
 */
public final class FacetExtractor {
    private static final double OF_DOUBT = 1.7;
    private static final double STRANGE = 1.0 / 3;
    private static final double PLAIN = 1.4;
    private static final double LEAST = 0.05;
    private static final Set<FacetKind> READ = EnumSet.of(
            FacetKind.CATEGORY, FacetKind.SUBCATEGORY, FacetKind.TECHNIQUE, FacetKind.MATERIAL, FacetKind.SKILL);
    private static final Comparator<Extracted> SUREST_FIRST =
            Comparator.comparingDouble(Extracted::confidence).reversed().thenComparing(Extracted::facet);

    private final Terms english;
    private final Terms other;
    private final Map<Facet, Integer> mentions = new HashMap<>();
    private final Map<Facet, Set<String>> categories = new HashMap<>();
    private final int size;

    private FacetExtractor(Collection<Content> catalogue) {
        this.size = catalogue.size();
        Set<Facet> facets = new TreeSet<>();
        for (Content content : catalogue) {
            String category = content.description().category();
            for (Facet facet : content.description().facets().values()) {
                facets.add(facet);
                if (category != null) {
                    categories
                            .computeIfAbsent(facet, unknown -> new TreeSet<>())
                            .add(category);
                }
            }
        }
        this.english = new Terms(facets, true);
        this.other = new Terms(facets, false);
        for (Content content : catalogue) {
            said(content).keySet().forEach(facet -> mentions.merge(facet, 1, Integer::sum));
        }
    }

    /** Learns the words and how common they are. */
    public static FacetExtractor of(Collection<Content> catalogue) {
        return new FacetExtractor(catalogue);
    }

    /** What of the kinds that it lacks the content says, surest first. */
    public List<Extracted> read(Content content) {
        Set<FacetKind> known = EnumSet.noneOf(FacetKind.class);
        content.description().facets().values().forEach(facet -> known.add(facet.kind()));
        List<Extracted> found = new ArrayList<>();
        said(content).forEach((facet, fields) -> {
            double confidence = confidence(facet, fields, content.description().category());
            if (!known.contains(facet.kind()) && READ.contains(facet.kind()) && confidence >= LEAST) {
                found.add(new Extracted(facet, confidence, List.copyOf(fields.keySet())));
            }
        });
        found.sort(SUREST_FIRST);
        return oneSkill(found);
    }

    private static List<Extracted> oneSkill(List<Extracted> surestFirst) {
        List<Extracted> kept = new ArrayList<>();
        boolean skilled = false;
        for (Extracted each : surestFirst) {
            boolean skill = each.facet().kind() == FacetKind.SKILL;
            if (!skill || !skilled) {
                kept.add(each);
            }
            skilled |= skill;
        }
        return List.copyOf(kept);
    }

    /** Mentions by facet and field. */
    private Map<Facet, Map<Field, Double>> said(Content content) {
        String language = content.description().language();
        boolean isEnglish = language == null || language.startsWith("en");
        Terms terms = isEnglish ? english : other;
        Map<Facet, Map<Field, Double>> said = new TreeMap<>();
        for (Field field : Field.values()) {
            for (List<String> sentence : field.of(content, isEnglish)) {
                terms.find(
                        sentence, (facet, counts) -> said.computeIfAbsent(facet, unknown -> new EnumMap<>(Field.class))
                                .merge(field, counts, Double::sum));
            }
        }
        return said;
    }

    private double confidence(Facet facet, Map<Field, Double> fields, @Nullable String category) {
        double evidence = 0;
        for (Map.Entry<Field, Double> field : fields.entrySet()) {
            evidence += field.getKey().weight() * (1 - StrictMath.pow(2, -field.getValue()));
        }
        double fit = isStrange(facet, category) ? STRANGE : facet.kind() == FacetKind.SKILL ? PLAIN : 1;
        return 1 - StrictMath.exp(-OF_DOUBT * evidence * rarity(facet) * fit);
    }

    private boolean isStrange(Facet facet, @Nullable String category) {
        Set<String> usual = categories.getOrDefault(facet, Set.of());
        return category != null && !usual.isEmpty() && !usual.contains(category);
    }

    /** From a half for what all content mentions to 1 for what none does. */
    private double rarity(Facet facet) {
        double having = mentions.getOrDefault(facet, 0);
        return 0.5 + 0.5 * StrictMath.log((size + 1) / (having + 1)) / StrictMath.log(size + 1.0);
    }
}
