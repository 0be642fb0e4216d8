package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.learning.ranking.ContentInterest;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The shown catalogue with what the crowd and the model in force know about each piece, number by number: made once per change of either, so that a request looks nothing up by id.
 */
final class Shelf {
    private static final int NUMBER_BITS = 24;
    private static final long LATEST = (1L << (Long.SIZE - 1 - NUMBER_BITS)) - 1;

    static final Shelf EMPTY = new Shelf(CatalogSnapshot.EMPTY, Crowd.Learned.NOTHING, null);

    private final CatalogSnapshot catalog;
    private final CoOccurrence together;
    private final Crowd.Learned learned;
    private final Models.@Nullable Serving serving;
    private final int[] togetherNumbers;
    private final int[] modelNumbers;
    private final int[] modelContents;
    private final float[] popularity;
    private final float[] obscurity;
    private final float[] doubt;
    private final float[] freshness;
    private final int[] chance;
    private final Slots slots;
    private final Groups groups;
    private final float[] importance;
    private final int[] order;
    private final boolean goesTogether;
    private final boolean popularKnown;

    /** @param serving the model in force; null where there is none */
    Shelf(CatalogSnapshot catalog, Crowd.Learned learned, Models.@Nullable Serving serving) {
        this(null, catalog, learned, serving);
    }

    /** @param before of which stays what follows from the same */
    private Shelf(
            @Nullable Shelf before, CatalogSnapshot catalog, Crowd.Learned learned, Models.@Nullable Serving serving) {
        this.catalog = catalog;
        this.learned = learned;
        this.serving = serving;
        together = learned.coOccurrence();
        Shelf same = before != null && before.isOf(catalog) ? before : null;
        importance = same != null ? same.importance : importance();
        freshness = same != null ? same.freshness : freshness();
        chance = same != null ? same.chance : numbers(id -> id.hashCode());
        slots = same != null ? same.slots : new Slots(chance);
        groups = same != null ? same.groups : new Groups(catalog);
        modelNumbers = same != null && same.isOf(serving) ? same.modelNumbers : modelNumbers(serving);
        modelContents = inverse(modelNumbers, serving);
        Shelf heard = same != null && same.isOf(together) ? same : null;
        togetherNumbers = heard != null ? heard.togetherNumbers : numbers(together::numberOf);
        obscurity = heard != null ? heard.obscurity : obscurity();
        popularity = new float[catalog.size()];
        doubt = new float[catalog.size()];
        for (int i = 0; i < popularity.length; i++) {
            popularity[i] = learned.trending().share(catalog.content(i).id());
            doubt[i] = learned.trending().doubt(catalog.content(i).id());
        }
        order = laidOut();
        popularKnown = order.length > 0 && popularity[order[0]] > 0;
        goesTogether = serving != null
                || IntStream.range(0, together.size()).anyMatch(number -> !together.neighbours(together.content(number))
                        .isEmpty());
    }

    /** The same as one that is laid out from the beginning. */
    Shelf with(CatalogSnapshot otherCatalog, Crowd.Learned otherLearned, Models.@Nullable Serving other) {
        return new Shelf(this, otherCatalog, otherLearned, other);
    }

    private float[] importance() {
        float[] each = new float[catalog.facetCount()];
        for (int i = 0; i < each.length; i++) {
            double share = (double) catalog.having(i).length / catalog.size();
            each[i] = (float) ContentInterest.importance(catalog.facet(i).kind(), share);
        }
        return each;
    }

    private float[] freshness() {
        float[] each = new float[catalog.size()];
        for (int i = 0; i < each.length; i++) {
            double halvings = (catalog.latest() - catalog.publishedAt(i)) / Scorer.HALVES_EVERY;
            each[i] = (float) StrictMath.pow(0.5, halvings);
        }
        return each;
    }

    private float[] obscurity() {
        float[] each = new float[catalog.size()];
        for (int i = 0; i < each.length; i++) {
            int number = togetherNumbers[i];
            each[i] = (float) (1 / Math.sqrt(1 + (number < 0 ? 0 : together.support(number))));
        }
        return each;
    }

    private int[] modelNumbers(Models.@Nullable Serving other) {
        return numbers(id -> other == null ? -1 : other.model().numberOf(id));
    }

    private static int[] inverse(int[] modelNumbers, Models.@Nullable Serving other) {
        int[] contents = new int[other == null ? 0 : other.model().items().size()];
        Arrays.fill(contents, -1);
        for (int content = 0; content < modelNumbers.length; content++) {
            if (modelNumbers[content] >= 0) {
                contents[modelNumbers[content]] = content;
            }
        }
        return contents;
    }

    private int[] numbers(ToIntFunction<ContentId> number) {
        return IntStream.range(0, catalog.size())
                .map(content -> number.applyAsInt(catalog.content(content).id()))
                .toArray();
    }

    /** By popularity, what is alike by newness, and then by number: sorted twice by whole numbers, as comparing objects is slow. */
    private int[] laidOut() {
        long[] keys = new long[catalog.size()];
        for (int i = 0; i < keys.length; i++) {
            long published = Math.clamp(catalog.publishedAt(i), 0, LATEST);
            keys[i] = (LATEST - published) << NUMBER_BITS | i;
        }
        Arrays.sort(keys);
        int[] newest = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            newest[i] = (int) (keys[i] & ((1L << NUMBER_BITS) - 1));
        }
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(popularity[newest[i]])) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        int[] sorted = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = newest[(int) keys[i]];
        }
        return sorted;
    }

    /** All numbers, those first that would be chosen most likely whoever asks. */
    int[] order() {
        return order;
    }

    /** Whether anybody likes anything that is shown. */
    boolean knowsWhatIsPopular() {
        return popularKnown;
    }

    /** Whether what somebody likes says anything of what else they would. */
    boolean knowsWhatGoesTogether() {
        return goesTogether;
    }

    /** Whether it was made of these very snapshots. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(CatalogSnapshot otherCatalog, Crowd.Learned otherLearned, Models.@Nullable Serving other) {
        return isOf(otherCatalog) && learned == otherLearned && isOf(other);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isOf(CatalogSnapshot otherCatalog) {
        return catalog == otherCatalog;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isOf(CoOccurrence other) {
        return together == other;
    }

    private boolean isOf(Models.@Nullable Serving other) {
        return Objects.equals(version(), version(other));
    }

    /** Whether nothing but what the crowd teaches is another. */
    boolean differsInCrowdAlone(CatalogSnapshot otherCatalog, Models.@Nullable Serving other) {
        return isOf(otherCatalog) && isOf(other);
    }

    /** Whether a list with these inputs was made of it. */
    boolean isThatOf(RankingInputs inputs) {
        return inputs.catalogue().equals(catalog.position())
                && inputs.trained().equals(learned.trained())
                && inputs.counted().equals(learned.counted())
                && Objects.equals(inputs.model(), version());
    }

    CatalogSnapshot catalog() {
        return catalog;
    }

    Crowd.Learned learned() {
        return learned;
    }

    CoOccurrence together() {
        return together;
    }

    Optional<CollaborativeModel> model() {
        return Optional.ofNullable(serving).map(Models.Serving::model);
    }

    /** Of the model in force; null where there is none. */
    @Nullable
    ModelVersion version() {
        return version(serving);
    }

    private static @Nullable ModelVersion version(Models.@Nullable Serving serving) {
        return serving == null ? null : serving.version();
    }

    /** The model's number of the content, or -1 when it does not know it. */
    int modelNumber(int content) {
        return modelNumbers[content];
    }

    /** The content that the model has under this number, or -1 when it is not shown. */
    int contentOf(int modelNumber) {
        return modelContents[modelNumber];
    }

    /** The crowd's number of the content, or -1 when nobody liked it. */
    int togetherNumber(int content) {
        return togetherNumbers[content];
    }

    /** 0 (nobody liked it lately) to 1 (the most popular). */
    float popularity(int content) {
        return popularity[content];
    }

    /** For all content at once, so many times; what came out last has a freshness of 1, and half for each 30 days before that. */
    void addKnown(float[] hints, float ofPopularity, float ofFreshness) {
        for (int content = 0; content < hints.length; content++) {
            hints[content] += ofPopularity * popularity[content] + ofFreshness * freshness[content];
        }
    }

    Groups groups() {
        return groups;
    }

    /** What a draw is made with: the same for the same id, whatever else is shown. */
    int chance(int content) {
        return chance[content];
    }

    /** What one list explores of it. */
    Slots slots() {
        return slots;
    }

    /** 1 (nobody has met it) falling towards 0 with the root of the people who liked it. */
    float obscurity(int content) {
        return obscurity[content];
    }

    /** 1 (nobody has met it) falling towards 0 with the root of the people who did. */
    float doubt(int content) {
        return doubt[content];
    }

    /** How much a facet tells about whether the content is liked: nothing when all content has it. */
    float importance(int facet) {
        return importance[facet];
    }
}
