package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEnded;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentInvalidated;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentRevoked;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Actor;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One person's choices, and how each was made; what came before stands in the log.
 *
 * @param choices by purpose, of what was ever asked or said
 * @param controls of what was ever set
 */
record ConsentRecord(Standing standing, Map<Purpose, Made> choices, Map<Control, Made> controls) {
    private static final ConsentRecord NONE = new ConsentRecord(Standing.NONE, Map.of(), Map.of());

    /**
     * How the newest choice came about, or ended.
     *
     * @param policy absent where none was answered
     */
    record Made(
            @Nullable PolicyVersion policy,
            @Nullable Channel channel,
            Instant at,
            @Nullable Evidence evidence) {

        /** Ended by somebody, or by the engine, where it ran out. */
        private Made by(Actor by, Instant end) {
            Evidence before = evidence == null ? Evidence.NONE : evidence;
            return new Made(
                    policy, channel, end, new Evidence(before.text(), before.notice(), before.jurisdiction(), by));
        }
    }

    static ConsentRecord after(@Nullable ConsentRecord before, ConsentEvent event) {
        ConsentRecord known = before == null ? NONE : before;
        Standing standing = known.standing.after(event);
        return switch (event) {
            case ControlChanged set -> {
                Made made = new Made(null, set.channel(), set.at(), set.evidence());
                yield new ConsentRecord(standing, known.choices, with(known.controls, set.control(), made));
            }
            case PurposeEvent about -> {
                Made made = made(known.choices.get(about.purpose()), about);
                yield made == null
                        ? new ConsentRecord(standing, known.choices, known.controls)
                        : new ConsentRecord(standing, with(known.choices, about.purpose(), made), known.controls);
            }
        };
    }

    private static <K extends Comparable<? super K>> Map<K, Made> with(Map<K, Made> before, K key, Made value) {
        Map<K, Made> changed = new TreeMap<>(before);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }

    private static @Nullable Made made(@Nullable Made before, PurposeEvent event) {
        return switch (event) {
            case ConsentGiven given -> new Made(given.policy(), given.channel(), given.at(), given.evidence());
            case NoticeShown shown ->
                before != null
                        ? before
                        : new Made(
                                shown.policy(),
                                shown.channel(),
                                shown.at(),
                                new Evidence(shown.text(), shown.notice(), shown.jurisdiction(), null));
            case ConsentEnded ended -> ended(before, ended);
            default -> before; // what stands against a consent leaves how it was made
        };
    }

    private static Made ended(@Nullable Made before, ConsentEnded event) {
        Made known = before == null ? new Made(null, null, event.at(), null) : before;
        return switch (event) {
            case ConsentRefused refused ->
                new Made(refused.policy(), refused.channel(), refused.at(), refused.evidence());
            case ConsentWithdrawn withdrawn ->
                new Made(withdrawn.policy(), withdrawn.channel(), withdrawn.at(), withdrawn.evidence());
            case ConsentRevoked revoked -> known.by(revoked.by(), revoked.at());
            case ConsentInvalidated invalidated -> known.by(invalidated.by(), invalidated.at());
            case ConsentExpired expired -> known.by(new Actor(Actor.Kind.ENGINE, expired.subject()), expired.at());
        };
    }
}
