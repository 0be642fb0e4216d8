package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.ProofCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Checks what a log has handed out; found as a service, since whoever checks need not have a log. */
public final class OfflineCheck implements ProofCheck {

    @Override
    public Checked check(String proof, String publicKey, Optional<String> before) {
        try {
            VerifierKey key = VerifierKey.parse(publicKey);
            if (InclusionProof.startsAs(proof)) {
                return inclusion(InclusionProof.parse(proof), key);
            }
            if (ConsistencyProof.startsAs(proof)) {
                return growth(ConsistencyProof.parse(proof), key, before.map(Note::parse));
            }
            Note note = Note.parse(proof);
            return signed(note, key)
                    .<Checked>map(Checked.Fails::new)
                    .orElseGet(() -> new Checked.Holds(said(Checkpoint.of(note))));
        } catch (IllegalArgumentException e) {
            return new Checked.Fails(String.valueOf(e.getMessage()));
        }
    }

    private static Checked inclusion(InclusionProof proof, VerifierKey key) {
        Optional<String> wrong = signed(proof.checkpoint(), key);
        if (wrong.isPresent()) {
            return new Checked.Fails(wrong.get());
        }
        if (!proof.holds()) {
            return new Checked.Fails("the path does not lead from this event to the root that was signed");
        }
        Map<String, String> says = new LinkedHashMap<>(Entry.words(Lines.bytes(proof.entry())));
        says.put("index", Long.toString(proof.index()));
        says.putAll(said(Checkpoint.of(proof.checkpoint())));
        return new Checked.Holds(says);
    }

    private static Checked growth(ConsistencyProof proof, VerifierKey key, Optional<Note> before) {
        if (before.isEmpty()) {
            return new Checked.Fails("a proof of growth is checked against the earlier checkpoint: name its file");
        }
        Optional<String> wrong = signed(proof.checkpoint(), key).or(() -> signed(before.get(), key));
        if (wrong.isPresent()) {
            return new Checked.Fails(wrong.get());
        }
        if (!proof.holdsSince(Checkpoint.of(before.get()))) {
            return new Checked.Fails("the log does not begin with what the earlier checkpoint was signed over");
        }
        Map<String, String> says = new LinkedHashMap<>();
        says.put("grown since", proof.before() + " events");
        says.putAll(said(Checkpoint.of(proof.checkpoint())));
        return new Checked.Holds(says);
    }

    /** What is wrong with the signature, if anything. */
    private static Optional<String> signed(Note note, VerifierKey key) {
        if (!Checkpoint.of(note).origin().equals(key.name())) {
            return Optional.of("this is of the log " + Checkpoint.of(note).origin() + ", the key of " + key.name());
        }
        return note.isSignedBy(key) ? Optional.empty() : Optional.of("the checkpoint is not signed by this key");
    }

    private static Map<String, String> said(Checkpoint checkpoint) {
        Map<String, String> says = new LinkedHashMap<>();
        says.put("log", checkpoint.origin());
        says.put("events", Long.toString(checkpoint.size()));
        says.put("root", checkpoint.root().toString());
        return says;
    }

    @Override
    public Keys newKeys(String name) {
        CheckpointKey made = CheckpointKey.named(name);
        return new Keys(made.secret(), made.verifier().toString());
    }
}
