package com.videowindow.patina.command.interaction;

import com.videowindow.patina.command.interaction.Verdict.Accepted;
import com.videowindow.patina.command.interaction.Verdict.Rejected;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.interaction.MessageId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The interactions of one command on their way to the log: all facts go there in one call, and each interaction finds
 * its own again among the answers.
 */
final class Batch {

    private final List<Fact> facts = new ArrayList<>();
    private final Map<Name, Part> parts = new HashMap<>();
    private final List<Function<List<Stored>, Verdict>> verdicts = new ArrayList<>();

    /** What the log tells messages apart by: the same id on another day is another message. */
    private record Name(MessageId message, long day) {

        static Name of(Interaction interaction) {
            return new Name(
                    interaction.message(), Math.floorDiv(interaction.at().getEpochSecond(), 86_400));
        }
    }

    /** Judges them in order; a message that was accepted before in the same batch is its duplicate. */
    static Batch judge(List<Interaction> interactions, Function<Interaction, List<Fact>> judge) {
        Batch batch = new Batch();
        for (Interaction interaction : interactions) {
            Part known = batch.parts.get(Name.of(interaction));
            batch.verdicts.add(known == null ? batch.judge(interaction, judge) : known::again);
        }
        return batch;
    }

    private Function<List<Stored>, Verdict> judge(Interaction interaction, Function<Interaction, List<Fact>> judge) {
        try {
            List<Fact> worth = judge.apply(interaction);
            Part part = new Part(facts.size(), facts.size() + worth.size());
            facts.addAll(worth);
            parts.put(Name.of(interaction), part);
            return part::verdict;
        } catch (Refused refused) {
            return stored -> new Rejected(refused.refusal());
        }
    }

    List<Fact> facts() {
        return Collections.unmodifiableList(facts);
    }

    List<Verdict> verdicts(List<Stored> stored) {
        return verdicts.stream().map(verdict -> verdict.apply(stored)).toList();
    }

    /** The facts of one interaction: never none. */
    private record Part(int from, int to) {

        Verdict verdict(List<Stored> stored) {
            return new Accepted(last(stored), stored.subList(from, to).stream().allMatch(Stored::duplicate));
        }

        Verdict again(List<Stored> stored) {
            return new Accepted(last(stored), true);
        }

        private LogPosition last(List<Stored> stored) {
            return Collections.max(
                    stored.subList(from, to).stream().map(Stored::position).toList());
        }
    }
}
