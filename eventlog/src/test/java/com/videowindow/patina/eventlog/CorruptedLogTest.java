package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.audit.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of random harms to one stored log that was signed when it was whole; each is found, and its block named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorruptedLogTest {
    private static final int BLOCKS = 80;
    private static final int FLIPPED_BITS = 400;
    private static final int OTHER_HARMS = 40;
    /** Of a document; the driver makes none of less. */
    private static final int LEAST_BYTES = 5;

    private final long seed = Long.getLong("patina.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private OpenLog open;
    private Evidence evidence;
    private MongoCollection<RawBsonDocument> blocks;
    private List<RawBsonDocument> originals;
    private final Set<Integer> removed = new TreeSet<>();
    private final List<BsonValue> added = new ArrayList<>();

    @BeforeAll
    void a_signed_log(@TempDir Path folder) {
        open = OpenLog.in(folder);
        for (int i = 0; i < BLOCKS; i++) {
            int size = 1 + random.nextInt(4);
            String stream = "consents/" + i;
            List<DomainEventMessage<?>> commit = new ArrayList<>();
            IntStream.range(0, size).forEach(n -> commit.add(event(stream, n, viewed(ANNA, "m" + n))));
            open.log().storageEngine().appendEvents(commit);
        }
        evidence = new Evidence(open.database(), CheckpointKey.named("corrupted.example/log"));
        evidence.sign();
        // Whoever can change blocks can drop the index that would refuse two of the same.
        open.database().getCollection("blocks").dropIndex("keys_1");
        blocks = open.database().getCollection("blocks", RawBsonDocument.class);
        originals = blocks.find().into(new ArrayList<>());
        originals.sort(Comparator.comparingLong(CorruptedLogTest::number));
        assertThat(originals).hasSize(BLOCKS);
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void a_whole_log_is_sound() {
        assertThat(verify()).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void a_flipped_bit_is_found() {
        int stored = 0;
        int unreadable = 0;
        while (stored + unreadable < FLIPPED_BITS) {
            int victim = random.nextInt(BLOCKS);
            RawBsonDocument flipped = flipped(originals.get(victim));
            if (!isReadable(flipped) || !replaces(victim, flipped)) {
                assertUnreadable(victim, flipped);
                unreadable++;
            } else if (isChanged(victim)) {
                assertDamaged(victim);
                stored++;
            }
            restore();
        }
        assertThat(stored).isGreaterThan(FLIPPED_BITS / 2);
    }

    /** No server would take it; a disk may well give it. */
    private void assertUnreadable(int victim, RawBsonDocument block) {
        assertThatThrownBy(() -> RawBlocks.block(victim, block))
                .as("seed %d, block %d", seed, victim)
                .isInstanceOf(BrokenChain.class)
                .extracting(broken -> ((BrokenChain) broken).block())
                .isEqualTo((long) victim);
    }

    /** The server writes the numbers of an array's places anew, so a bit flipped there is gone before it is stored. */
    private boolean isChanged(int victim) {
        RawBsonDocument there = blocks.find(Filters.eq("_id", (long) victim)).first();
        return there == null
                || !there.getByteBuffer()
                        .asNIO()
                        .equals(originals.get(victim).getByteBuffer().asNIO());
    }

    @Test
    void a_removed_block_is_found() {
        harm(() -> {
            int victim = random.nextInt(BLOCKS);
            remove(victim);
            return victim;
        });
    }

    @Test
    void a_lost_end_is_found_by_the_checkpoint() {
        harm(() -> {
            int first = random.nextInt(BLOCKS);
            remove(IntStream.range(first, BLOCKS).toArray());
            return first;
        });
    }

    @Test
    void two_swapped_blocks_are_found() {
        harm(() -> {
            int one = random.nextInt(BLOCKS - 1);
            int other = one + 1 + random.nextInt(BLOCKS - one - 1);
            put(one, originals.get(other));
            put(other, originals.get(one));
            return one;
        });
    }

    @Test
    void a_block_in_place_of_another_is_found() {
        harm(() -> {
            int victim = random.nextInt(BLOCKS);
            put(victim, originals.get((victim + 1 + random.nextInt(BLOCKS - 1)) % BLOCKS));
            return victim;
        });
    }

    @Test
    void a_block_that_stands_twice_is_found() {
        harm(() -> {
            put(BLOCKS, originals.get(random.nextInt(BLOCKS)));
            return BLOCKS;
        });
    }

    @Test
    void a_block_that_ends_too_early_is_found() {
        for (int i = 0; i < OTHER_HARMS; i++) {
            int victim = random.nextInt(BLOCKS);
            byte[] whole = bytes(originals.get(victim));
            RawBsonDocument cut =
                    new RawBsonDocument(Arrays.copyOf(whole, LEAST_BYTES + random.nextInt(whole.length - LEAST_BYTES)));
            assertUnreadable(victim, cut);
        }
    }

    @Test
    void a_block_without_its_last_events_is_found() {
        harm(() -> {
            int victim = random.nextInt(BLOCKS);
            int kept = random.nextInt(originals.get(victim).getArray("events").size());
            put(victim, shortened(originals.get(victim), kept));
            return victim;
        });
    }

    private static BsonDocument shortened(RawBsonDocument block, int kept) {
        BsonDocument copy = new BsonDocument();
        block.forEach((field, value) -> copy.put(
                field,
                Set.of("keys", "events").contains(field)
                        ? new BsonArray(value.asArray().subList(0, kept))
                        : value));
        return copy;
    }

    /** What was done to the log; answers with the block that must be named. */
    private interface Harm {
        int done();
    }

    private void harm(Harm harm) {
        for (int i = 0; i < OTHER_HARMS; i++) {
            try {
                assertDamaged(harm.done());
            } finally {
                restore();
            }
        }
    }

    private void assertDamaged(int block) {
        assertThat(verify())
                .as("seed %d", seed)
                .isInstanceOfSatisfying(Verification.Damaged.class, damaged -> assertThat(damaged.block())
                        .as("seed %d: %s", seed, damaged.what())
                        .isEqualTo(block));
    }

    private Verification verify() {
        return evidence.verify(List.of(), events -> {});
    }

    private RawBsonDocument flipped(RawBsonDocument block) {
        byte[] bytes = bytes(block);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return new RawBsonDocument(bytes);
    }

    private static byte[] bytes(RawBsonDocument block) {
        byte[] bytes = new byte[block.getByteBuffer().remaining()];
        block.getByteBuffer().get(bytes);
        return bytes;
    }

    private static boolean isReadable(RawBsonDocument block) {
        try {
            Shape.require(block.getByteBuffer().asNIO());
            block.decode(new BsonDocumentCodec());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** @return false when the server does not take it */
    private boolean replaces(int victim, RawBsonDocument block) {
        try {
            remove(victim);
            added.add(block.get("_id"));
            blocks.insertOne(block);
            return true;
        } catch (MongoException | IllegalArgumentException e) {
            added.clear();
            return false;
        }
    }

    private void put(int number, BsonDocument block) {
        remove(number);
        BsonDocument copy = new BsonDocument("_id", new BsonInt64(number));
        block.forEach(copy::putIfAbsent);
        added.add(copy.get("_id"));
        open.database().getCollection("blocks", BsonDocument.class).insertOne(copy);
    }

    private void remove(int... numbers) {
        IntStream.of(numbers).filter(number -> number < BLOCKS).forEach(removed::add);
        blocks.deleteMany(Filters.in(
                "_id", IntStream.of(numbers).mapToObj(number -> (long) number).toList()));
    }

    private void restore() {
        blocks.deleteMany(Filters.in("_id", added));
        if (!removed.isEmpty()) {
            blocks.insertMany(removed.stream().map(originals::get).toList());
        }
        added.clear();
        removed.clear();
    }

    private static long number(RawBsonDocument block) {
        return block.getInt64("_id").getValue();
    }
}
