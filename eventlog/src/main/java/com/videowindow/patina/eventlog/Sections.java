package com.videowindow.patina.eventlog;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * The inner hashes of the tree, so that a proof costs the same at any size: leaves stand in the blocks, the roots of each
 * 256 and 4,096 of them in a collection of sections, and the roots of sections in memory (8 KB for a million events).
 * A proof reads two sections and the blocks of one group of 256 leaves, and hashes about 1,000 times plus once for every
 * 4,096 events of the log. The section that is not full yet is kept in memory, and made again from its blocks at a start.
 * Sections are 21 KB for each 4,096 events, 5 bytes an event, and can be thrown away at any time.
 */
final class Sections implements Subtrees {
    private static final int KEPT_GROUPS = 32;
    private static final int LOADED_AT_ONCE = 16;

    private final RawBlocks blocks;
    private final MongoCollection<Document> sections;
    private final List<Hash> roots = new ArrayList<>();
    private final Map<Long, List<Hash>> groups = new HashMap<>();
    private Unfinished unfinished = new Unfinished(0, 0);

    Sections(RawBlocks blocks, MongoDatabase database) {
        this.blocks = blocks;
        this.sections = database.getCollection("sections")
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(false)); // what is lost is made again
    }

    /** Takes in all events up to this size of the tree. */
    synchronized void grow(long size) {
        if (unfinished.size() < size) {
            load();
        }
        while (unfinished.size() < size) {
            List<RawBlocks.Leaves> more = blocks.leaves(unfinished.nextBlock(), RawBlocks.AT_ONCE);
            if (more.isEmpty()) {
                throw new BrokenChain(unfinished.nextBlock(), "it is missing, although a later one is there");
            }
            more.forEach(this::add);
        }
    }

    /** Sections that this or another process has stored. */
    private void load() {
        List<Section> found;
        do {
            found = stored(roots.size());
            for (Section section : found) {
                roots.add(section.root());
                unfinished = new Unfinished(section.number() + 1, section.next());
            }
        } while (found.size() == LOADED_AT_ONCE);
    }

    private List<Section> stored(long from) {
        List<Section> found = sections.find(Filters.in(
                        "_id",
                        LongStream.range(from, from + LOADED_AT_ONCE).boxed().toList()))
                .map(Section::of)
                .into(new ArrayList<>());
        found.sort(Comparator.comparingLong(Section::number));
        int gapless = 0;
        while (gapless < found.size() && found.get(gapless).number() == from + gapless) {
            gapless++;
        }
        return found.subList(0, gapless);
    }

    private void add(RawBlocks.Leaves more) {
        for (int i = 0; i < more.leaves().size(); i++) {
            long index = more.total() + i;
            if (index > unfinished.size()) {
                throw new BrokenChain(more.block(), "it counts other events before it");
            }
            if (index == unfinished.size()) {
                unfinished.add(more.block(), more.leaves().get(i), more.ids().get(i));
            }
            if (unfinished.isFull()) {
                boolean last = i + 1 == more.leaves().size();
                finish(unfinished.section(last ? more.block() + 1 : more.block()));
            }
        }
        unfinished.reached(more.block() + 1);
    }

    private void finish(Section full) {
        store(full);
        roots.add(full.root());
        unfinished = new Unfinished(full.number() + 1, full.next());
    }

    private void store(Section section) {
        try {
            sections.insertOne(section.document());
        } catch (MongoWriteException e) {
            if (!Durable.isDuplicate(e)) {
                throw e;
            }
            // another node was first; it can only have stored the same
        }
    }

    /** Forgets everything: what was stored does not lead to the roots of the log. */
    synchronized void clear() {
        sections.drop();
        roots.clear();
        groups.clear();
        unfinished = new Unfinished(0, 0);
    }

    @Override
    public synchronized Hash perfect(int level, long index) {
        if (level > Section.LEVEL) {
            return Tree.node(perfect(level - 1, 2 * index), perfect(level - 1, 2 * index + 1));
        }
        long first = index << level;
        long section = first >> Section.LEVEL;
        if (section >= roots.size()) {
            return unfinished.perfect(first, 1 << level);
        }
        if (level == Section.LEVEL) {
            return roots.get((int) section);
        }
        if (level >= Section.GROUP_LEVEL) {
            int from = (int) (first % Section.SIZE) >> Section.GROUP_LEVEL;
            int count = 1 << (level - Section.GROUP_LEVEL);
            return of(section(section).groups().subList(from, from + count));
        }
        int from = (int) (first % Section.GROUP);
        return of(group(first >> Section.GROUP_LEVEL).subList(from, from + (1 << level)));
    }

    static Hash of(List<Hash> leaves) {
        return Tree.EMPTY.plus(leaves).root();
    }

    private Section section(long number) {
        Document found = sections.find(Filters.eq("_id", number)).first();
        if (found == null) {
            throw new IllegalStateException("section " + number + " of the tree was taken away; try again");
        }
        return Section.of(found);
    }

    private List<Hash> group(long number) {
        List<Hash> known = groups.get(number);
        if (known == null) {
            if (groups.size() >= KEPT_GROUPS) {
                groups.clear();
            }
            known = leaves(number << Section.GROUP_LEVEL);
            groups.put(number, known);
        }
        return known;
    }

    private List<Hash> leaves(long first) {
        Section section = section(first >> Section.LEVEL);
        int group = (int) (first % Section.SIZE) >> Section.GROUP_LEVEL;
        List<Hash> leaves = new ArrayList<>(Section.GROUP);
        for (RawBlocks.Leaves each : blocks.leaves(section.blocks().get(group), section.width(group))) {
            int from = (int) Math.max(0, first - each.total());
            int room = Section.GROUP - leaves.size();
            leaves.addAll(each.leaves().subList(from, Math.min(each.leaves().size(), from + room)));
        }
        return leaves;
    }

    /** Where to look for an event with this id: at few places, since 32 bits of each id are compared. */
    synchronized List<Section.Span> suspects(String id) {
        int code = id.hashCode();
        List<Section.Span> found =
                new ArrayList<>(unfinished.section(unfinished.nextBlock()).suspects(code));
        for (long from = 0; from < roots.size(); from += LOADED_AT_ONCE) {
            stored(from).forEach(section -> found.addAll(section.suspects(code)));
        }
        return found;
    }
}
