package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.learning.likeness.ContentLikeness;
import com.videowindow.patina.learning.likeness.WordCounts;
import com.videowindow.patina.learning.ranking.Works;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is shown now, numbered by sorted id so that ranking works on plain arrays. Immutable; costs a few ten
 * milliseconds for 10,000 pieces of content.
 */
public final class CatalogSnapshot implements Works {

    /** No skill level given. */
    public static final int ANY_SKILL = -1;

    private static final List<@Nullable SkillLevel> LADDER = Arrays.asList(SkillLevel.values());

    /** How many skill levels there are. */
    public static final int STEPS = LADDER.size();

    public static final CatalogSnapshot EMPTY = of(List.of());

    private final LogPosition position;
    private final Content[] contents;
    private final Map<ContentId, Integer> numbers;
    private final Facet[] facets;
    private final FacetKind[] kinds;
    private final Map<Facet, Integer> facetNumbers;
    private final int[][] facetsOf;
    private final int[][] postings;
    private final int[] skills;
    private final int[] creators;
    private final int[] categories;
    private final long[] published;
    private final long latest;
    private final @Nullable String[] languages;
    private final Map<ProductId, Facets> products;
    private final Map<Integer, Integer> editorial;
    private final EditorialRules rules;
    private final Function<Content, WordCounts> words;
    private volatile @Nullable ContentLikeness likeness;

    private CatalogSnapshot(
            Content[] contents,
            Map<ProductId, Facets> products,
            List<ContentId> first,
            EditorialRules rules,
            LogPosition position,
            Function<Content, WordCounts> words) {
        this.position = position;
        this.rules = rules;
        this.words = words;
        this.products = products;
        this.contents = contents;
        numbers = HashMap.newHashMap(contents.length);
        SortedSet<Facet> known = new TreeSet<>();
        for (int i = 0; i < contents.length; i++) {
            numbers.put(contents[i].id(), i);
            known.addAll(contents[i].facets().values());
        }
        facets = known.toArray(Facet[]::new);
        kinds = Arrays.stream(facets).map(Facet::kind).toArray(FacetKind[]::new);
        facetNumbers = numbered(known);
        facetsOf = new int[contents.length][];
        skills = new int[contents.length];
        creators = new int[contents.length];
        categories = new int[contents.length];
        published = new long[contents.length];
        languages = new String[contents.length];
        for (int i = 0; i < contents.length; i++) {
            var description = contents[i].description();
            facetsOf[i] = contents[i].facets().values().stream()
                    .mapToInt(this::numberOf)
                    .toArray();
            skills[i] = LADDER.indexOf(description.skill());
            creators[i] =
                    numberOf(new Facet(FacetKind.CREATOR, description.creator().value()));
            categories[i] = description.category() == null
                    ? -1
                    : numberOf(new Facet(FacetKind.CATEGORY, description.category()));
            published[i] = contents[i].publishedAt().getEpochSecond();
            languages[i] = primary(description.language());
        }
        latest = Arrays.stream(published).max().orElse(Long.MIN_VALUE);
        postings = inverted();
        editorial = editorial(first);
    }

    public static CatalogSnapshot of(Collection<Content> shown) {
        return of(shown, Map.of(), List.of(), EditorialRules.NONE, LogPosition.START);
    }

    /**
     * @param products what each is described by, retired or not
     * @param first what editors put first, whether or not it is shown
     * @param rules by which lists are made
     * @param position of the last event of the catalogue that it knows
     */
    public static CatalogSnapshot of(
            Collection<Content> shown,
            Map<ProductId, Facets> products,
            List<ContentId> first,
            EditorialRules rules,
            LogPosition position) {
        return of(shown, products, first, rules, position, WordCounts::of);
    }

    /** @param words of each piece, for whoever knows them already */
    static CatalogSnapshot of(
            Collection<Content> shown,
            Map<ProductId, Facets> products,
            List<ContentId> first,
            EditorialRules rules,
            LogPosition position,
            Function<Content, WordCounts> words) {
        return new CatalogSnapshot(
                shown.stream().sorted(Comparator.comparing(Content::id)).toArray(Content[]::new),
                products,
                first,
                rules,
                position,
                words);
    }

    /** Of the last event of the catalogue that it knows; the start where it was made of no events. */
    public LogPosition position() {
        return position;
    }

    /**
     * What each piece is like, by its number. Made when it is first asked for, which takes some ten milliseconds for 10,000
     * pieces; two who ask at once may both make the same.
     */
    public ContentLikeness likeness() {
        ContentLikeness known = likeness;
        if (known == null) {
            known = new ContentLikeness(
                    Arrays.stream(contents).map(words).toList(),
                    Arrays.stream(contents).map(Content::embedding).toList());
            likeness = known;
        }
        return known;
    }

    public int size() {
        return contents.length;
    }

    private Map<Integer, Integer> editorial(List<ContentId> first) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < first.size(); place++) {
            int number = numberOf(first.get(place));
            if (number >= 0) {
                places.put(number, place);
            }
        }
        return places;
    }

    /** Whether editors put anything first that is shown. */
    public boolean hasEditorial() {
        return !editorial.isEmpty();
    }

    /** The content's place in what editors put first, from 0; -1 where it is not in it. */
    public int editorial(int content) {
        return editorial.getOrDefault(content, -1);
    }

    /** What editors decided about lists. */
    public EditorialRules rules() {
        return rules;
    }

    /** The content's number, or -1 when it is not shown. */
    public int numberOf(ContentId content) {
        return numbers.getOrDefault(content, -1);
    }

    public Content content(int number) {
        return contents[number];
    }

    public int facetCount() {
        return facets.length;
    }

    public boolean isOfKind(int facet, FacetKind kind) {
        return kinds[facet] == kind;
    }

    public Facet facet(int number) {
        return facets[number];
    }

    /** The facet's number, or -1 when no shown content has it. */
    public int numberOf(Facet facet) {
        return facetNumbers.getOrDefault(facet, -1);
    }

    /** Numbers of the content's facets, ascending. Not to be changed. */
    @Override
    public int[] facetsOf(int content) {
        return facetsOf[content];
    }

    @Override
    public int creatorOf(int content) {
        return creators[content];
    }

    /** The first that is told; what it is in beside does not count. */
    @Override
    public int categoryOf(int content) {
        return categories[content];
    }

    /** Numbers of those of the product's facets that any content has, ascending; none where there is no such product. */
    public int[] facetsOf(ProductId product) {
        return products.getOrDefault(product, Facets.NONE).values().stream()
                .mapToInt(this::numberOf)
                .filter(number -> number >= 0)
                .sorted()
                .toArray();
    }

    /** Numbers of the content that has the facet, ascending. Not to be changed. */
    public int[] having(int facet) {
        return postings[facet];
    }

    /** Whether nearly all of a catalogue of some size has it, so that liking it says nothing about anybody. */
    public boolean isEverywhere(Facet facet) {
        int number = numberOf(facet);
        return number >= 0 && size() >= 100 && postings[number].length >= 0.99 * size();
    }

    /** The {@link #step} of the skill level, or {@link #ANY_SKILL}. */
    public int skillOf(int content) {
        return skills[content];
    }

    /** How high a skill level is, from 0. */
    public static int step(SkillLevel level) {
        return LADDER.indexOf(level);
    }

    /** Epoch second. */
    public long publishedAt(int content) {
        return published[content];
    }

    /** Epoch second of what comes out last, which may be later than now. */
    public long latest() {
        return latest;
    }

    /** Primary language subtag in lower case; absent when not given. */
    public @Nullable String languageOf(int content) {
        return languages[content];
    }

    /** The language of a BCP 47 tag without script and region. */
    public static @Nullable String primary(@Nullable String tag) {
        return tag == null || tag.isBlank() ? null : Locale.forLanguageTag(tag).getLanguage();
    }

    private int[][] inverted() {
        int[] sizes = new int[facets.length];
        Arrays.stream(facetsOf).flatMapToInt(Arrays::stream).forEach(facet -> sizes[facet]++);
        int[][] inverted = new int[facets.length][];
        Arrays.setAll(inverted, facet -> new int[sizes[facet]]);
        for (int content = contents.length - 1; content >= 0; content--) {
            for (int facet : facetsOf[content]) {
                inverted[facet][--sizes[facet]] = content;
            }
        }
        return inverted;
    }

    private static <T> Map<T, Integer> numbered(SortedSet<T> values) {
        Map<T, Integer> numbers = HashMap.newHashMap(values.size());
        values.forEach(value -> numbers.put(value, numbers.size()));
        return numbers;
    }
}
