package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.ProofCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Checks what a log has handed out; found as a service, since whoever checks need not have a log. */
public final class OfflineCheck implements ProofCheck {

    @Override
    public Checked check(String proof, String publicKeys, Optional<String> before) {
        KnownKeys keys = KnownKeys.parse(publicKeys);
        if (ConsistencyProof.startsAs(proof) && before.isEmpty()) {
            throw new IllegalArgumentException(
                    "a proof of growth is checked against the earlier checkpoint: name its file, --since FILE");
        }
        if (proof.contains("\r\n")) {
            return new Checked.Fails("it has Windows line ends, so it is not the text that was signed");
        }
        try {
            if (InclusionProof.startsAs(proof)) {
                return inclusion(InclusionProof.parse(proof), keys);
            }
            if (ConsistencyProof.startsAs(proof)) {
                return growth(ConsistencyProof.parse(proof), keys, Note.parse(before.orElseThrow()));
            }
            Note note = Note.parse(proof);
            return unsigned(note, keys).<Checked>map(Checked.Fails::new).orElseGet(() -> new Checked.Holds(said(note)));
        } catch (IllegalArgumentException e) {
            return new Checked.Fails(String.valueOf(e.getMessage()));
        }
    }

    private static Checked inclusion(InclusionProof proof, KnownKeys keys) {
        Optional<String> wrong = unsigned(proof.checkpoint(), keys);
        if (wrong.isPresent()) {
            return new Checked.Fails(wrong.get());
        }
        if (!proof.holds()) {
            return new Checked.Fails("the path does not lead from this event to the root that was signed");
        }
        Map<String, String> says = new LinkedHashMap<>(Entry.words(Lines.bytes(proof.entry())));
        says.put("index", Long.toString(proof.index()));
        says.putAll(said(proof.checkpoint()));
        return new Checked.Holds(says);
    }

    private static Checked growth(ConsistencyProof proof, KnownKeys keys, Note before) {
        Optional<String> wrong = unsigned(proof.checkpoint(), keys).or(() -> unsigned(before, keys));
        if (wrong.isPresent()) {
            return new Checked.Fails(wrong.get());
        }
        if (keys.signerOf(proof.checkpoint()) < keys.signerOf(before)) {
            return new Checked.Fails("a former key signed this after a later one had taken its place");
        }
        if (!proof.holdsSince(Checkpoint.of(before))) {
            return new Checked.Fails("the log does not begin with what the earlier checkpoint was signed over");
        }
        Map<String, String> says = new LinkedHashMap<>();
        says.put("grown since", proof.before() + " events");
        says.putAll(said(proof.checkpoint()));
        return new Checked.Holds(says);
    }

    /** What is wrong with the signature, if anything. */
    private static Optional<String> unsigned(Note note, KnownKeys keys) {
        return keys.signerOf(note) == KnownKeys.STRANGER
                ? Optional.of("the checkpoint of the log " + Checkpoint.of(note).origin() + ' ' + keys.accused(note))
                : Optional.empty();
    }

    private static Map<String, String> said(Note note) {
        Checkpoint checkpoint = Checkpoint.of(note);
        Map<String, String> says = new LinkedHashMap<>();
        says.put("log", checkpoint.origin());
        says.put("events", Long.toString(checkpoint.size()));
        says.put("root", checkpoint.root().toString());
        says.put("signed by", note.signers());
        return says;
    }
}
