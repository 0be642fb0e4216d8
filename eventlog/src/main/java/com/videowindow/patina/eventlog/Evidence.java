package com.videowindow.patina.eventlog;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.SignedOtherwise;
import com.videowindow.patina.domain.audit.UnknownSigner;
import com.videowindow.patina.domain.audit.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;

/**
 * Signs the log and proves what is in it. It stands on the stored blocks alone, so it works beside any number of writers,
 * in another process, and on a log that can no longer be written.
 *
 * <p>Nothing is signed or handed out that was not checked: the sections that proofs are made of must lead to the root that
 * the newest block has, and to the one that was signed last. If they do not, they are made again from the blocks, once;
 * after that it is the log that is broken.
 */
final class Evidence implements LogEvidence {
    private final Keyring keys;
    private final RawBlocks blocks;
    private final Checkpoints checkpoints;
    private final Sections sections;
    private final Proofs proofs;
    private final WhereEventsAre events;

    /** Of a log whose key never changed. */
    Evidence(MongoDatabase database, CheckpointKey key) {
        this(database, Keyring.of(key));
    }

    Evidence(MongoDatabase database, Keyring keys) {
        this.keys = keys;
        this.blocks = new RawBlocks(database);
        this.checkpoints = new Checkpoints(database);
        this.sections = new Sections(blocks, database);
        this.proofs = new Proofs(sections);
        this.events = new WhereEventsAre(blocks, sections);
    }

    @Override
    public String publicKeys() {
        keys.signer(); // whoever asks is to hear of the key that will sign
        return keys.known().text();
    }

    @Override
    public long size() {
        return LogAccess.available(() -> {
            try {
                return end().size();
            } catch (BrokenChain | MongoCommandException e) {
                return 0L; // the check will say more
            }
        });
    }

    @Override
    public Optional<String> checkpoint() {
        return LogAccess.available(
                () -> checkpoints.newest().map(kept -> kept.note().toString()));
    }

    @Override
    public String sign() {
        return signed().toString();
    }

    private Note signed() {
        return LogAccess.available(() -> {
            while (true) {
                Checkpoints.Kept next = next();
                boolean newer = next.number()
                        > checkpoints.newest().map(Checkpoints.Kept::number).orElse(-1L);
                if (!newer || checkpoints.keep(next)) {
                    return next.note();
                }
            }
        });
    }

    /** The newest checkpoint if it says all, else the one to follow it. */
    private Checkpoints.Kept next() {
        checkpoints.requireRestored(); // before anything makes a key
        Optional<Checkpoints.Kept> newest = checkpoints.newest();
        newest.ifPresent(kept -> requireKnown(kept.note()));
        CheckpointKey key = keys.signer();
        requireOneHistory(key);
        RawBlocks.End end = end();
        Checkpoint before = newest.map(Checkpoints.Kept::checkpoint)
                .orElseGet(() -> new Checkpoint(key.verifier().name(), 0, Tree.EMPTY.root()));
        if (before.size() > end.size()) {
            throw new BrokenChain(end.block() + 1, "it is missing: more events were signed than are here");
        }
        checked(
                end,
                () -> proofs.root(end.size()).equals(end.root())
                        && proofs.root(before.size()).equals(before.root()));
        if (newest.isPresent()
                && before.size() == end.size()
                && newest.get().note().isSignedBy(key.verifier())) {
            return newest.get();
        }
        long number = newest.map(Checkpoints.Kept::number).orElse(-1L) + 1;
        return new Checkpoints.Kept(number, key.sign(end.size(), end.root()));
    }

    /** A log that was signed under another key in between could no longer be checked with one that people have. */
    private void requireKnown(Note last) {
        if (keys.known().signerOf(last) == KnownKeys.STRANGER) {
            throw new UnknownSigner(last.signers());
        }
    }

    /**
     * Two logs of one name, which both check, are what people who compare checkpoints must never find. What was signed
     * after the copy was made may have been signed by a later key, so it is the name that must be another.
     */
    private void requireOneHistory(CheckpointKey key) {
        String name = key.verifier().name();
        if (checkpoints
                .abandoned()
                .filter(note -> Checkpoint.of(note).origin().equals(name))
                .isPresent()) {
            throw new SignedOtherwise(name);
        }
    }

    @Override
    public String attest(String json) {
        requireObject(json);
        return LogAccess.available(() -> {
            signed(); // whoever may not sign for the log may not do so for what is said about it
            return keys.signer().sign(json).toString();
        });
    }

    @Override
    public String attestDamage(String json) {
        requireObject(json);
        return LogAccess.available(() -> {
            checkpoints.requireRestored();
            requireOurs();
            CheckpointKey key = keys.signer();
            requireOneHistory(key);
            return key.sign(json).toString();
        });
    }

    /** A checkpoint that was changed is damage, and no reason to keep silent about it. */
    private void requireOurs() {
        try {
            checkpoints
                    .newest()
                    .map(Checkpoints.Kept::note)
                    .filter(keys.known()::isOfStranger)
                    .ifPresent(last -> {
                        throw new UnknownSigner(last.signers());
                    });
        } catch (IllegalArgumentException unreadable) {
            if (!keys.hasSigner()) {
                throw unreadable; // a key that nobody knows would prove nothing
            }
        }
    }

    private static void requireObject(String json) {
        if (!json.startsWith("{") || json.contains("\n\n")) {
            throw new IllegalArgumentException("only an object in JSON without empty lines is attested");
        }
    }

    private void checked(RawBlocks.End end, Supplier<Boolean> holds) {
        sections.grow(end.size());
        if (!holds.get()) {
            sections.clear();
            sections.grow(end.size());
            if (!holds.get()) {
                throw new BrokenChain(end.block(), "the events up to it do not make its root, or not what was signed");
            }
        }
    }

    private RawBlocks.End end() {
        return blocks.end().orElseGet(() -> new RawBlocks.End(-1, 0, Tree.EMPTY.root()));
    }

    @Override
    public Optional<String> checkpoint(LogPosition upTo) {
        return LogAccess.available(() -> events.at(upTo).map(found -> {
            signed(); // what is signed on the side must not disagree with what was
            long size = found.index() + 1;
            return keys.signer().sign(size, proofs.root(size)).toString();
        }));
    }

    @Override
    public Optional<String> prove(String event) {
        return LogAccess.available(
                () -> events.find(event).map(found -> proof(found).toString()));
    }

    @Override
    public Set<SubjectId> named(String event) {
        return LogAccess.available(
                () -> events.find(event).map(found -> found.event().named()).orElse(Set.of()));
    }

    private InclusionProof proof(WhereEventsAre.Found found) {
        LoggedEvent event = found.event();
        if (!event.leaf().equals(event.computedLeaf())) {
            throw new BrokenChain(found.block().number(), "event " + event.key() + " was changed");
        }
        Note note = checkpoints
                .newest()
                .filter(kept -> kept.checkpoint().size() > found.index() && keys.signed(kept.note()))
                .map(Checkpoints.Kept::note)
                .orElseGet(this::signed);
        Checkpoint signed = Checkpoint.of(note);
        sections.grow(signed.size());
        InclusionProof proof = proof(found, signed, note);
        if (!proof.holds()) {
            sections.clear();
            sections.grow(signed.size());
            proof = proof(found, signed, note);
        }
        if (!proof.holds()) {
            throw new BrokenChain(found.block().number(), "event " + event.key() + " is not in what was signed");
        }
        return proof;
    }

    private InclusionProof proof(WhereEventsAre.Found found, Checkpoint signed, Note note) {
        return InclusionProof.of(found.event(), found.index(), proofs.inclusion(found.index(), signed.size()), note);
    }

    @Override
    public String proveGrowth(long since) {
        Note note = signed();
        long size = Checkpoint.of(note).size();
        return LogAccess.available(() -> new ConsistencyProof(since, proofs.consistency(since, size), note).toString());
    }

    @Override
    public Verification verify(Optional<String> publicKeys, List<String> further, LongConsumer progress) {
        KnownKeys known = publicKeys.map(KnownKeys::parse).orElseGet(keys::known);
        List<Note> notes = further.stream().map(Note::parse).toList();
        return LogAccess.available(() -> {
            checkpoints.requireRestored();
            return new ChainCheck(blocks, Witnesses.of(checkpoints, known, notes), progress).run();
        });
    }

    @Override
    public String export(Path folder, LongConsumer progress) {
        Note note = signed();
        return LogAccess.available(() -> {
            TileFolder tiles = new TileFolder(folder);
            long size = Checkpoint.of(note).size();
            long next = 0;
            while (tiles.size() < size) {
                List<RawBsonDocument> some = blocks.read(next);
                if (some.isEmpty()) {
                    throw new BrokenChain(next, "it is missing, although what follows it was signed");
                }
                for (RawBsonDocument document : some) {
                    tiles.add(RawBlocks.block(next, document), size);
                    next++;
                }
                progress.accept(tiles.size());
            }
            tiles.finish(note.toString());
            return note.toString();
        });
    }
}
