package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.query.consent.ConsentChoices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's choices.
 *
 * @param choices the newest for each purpose, in the order of {@link Purpose}
 * @param history all of them, newest first, at most {@value #MOST}; the log has the rest
 */
record ConsentRecord(List<Choice> choices, List<Choice> history) {
    private static final int MOST = 100;

    record Choice(Purpose purpose, boolean granted, PolicyVersion policy, Channel channel, Instant at) {

        ConsentChoices.Choice shown() {
            return new ConsentChoices.Choice(purpose, granted, policy, channel, at);
        }
    }

    static ConsentRecord after(@Nullable ConsentRecord before, ConsentEvent event) {
        Choice choice =
                new Choice(event.purpose(), event instanceof ConsentGiven, event.policy(), event.channel(), event.at());
        List<Choice> choices = new ArrayList<>(before == null ? List.of() : before.choices);
        choices.removeIf(older -> older.purpose == choice.purpose);
        choices.add(choice);
        choices.sort(Comparator.comparing(Choice::purpose));
        List<Choice> history = new ArrayList<>();
        history.add(choice);
        history.addAll(before == null ? List.of() : before.history);
        return new ConsentRecord(List.copyOf(choices), List.copyOf(history.subList(0, Math.min(MOST, history.size()))));
    }
}
