package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEnded;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.TextHash;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest event about each purpose and control, and the notices that somebody may still answer. */
final class Newest {
    private static final int MOST_NOTICES = 50;

    private final Map<Purpose, PurposeEvent> ofPurposes = new HashMap<>();
    private final Map<Purpose, PolicyVersion> policies = new HashMap<>();
    private final Map<Control, ControlChanged> ofControls = new EnumMap<>(Control.class);
    private final Map<NoticeId, NoticeShown> notices = new LinkedHashMap<>();
    private final Map<Purpose, ConsentGiven> given = new HashMap<>();
    private final Set<Purpose> unanswered = new HashSet<>();

    void take(ConsentEvent event) {
        switch (event) {
            case ControlChanged changed -> ofControls.put(changed.control(), changed);
            case NoticeShown shown -> {
                notices.put(shown.notice(), shown);
                if (notices.size() > MOST_NOTICES) {
                    notices.remove(notices.keySet().iterator().next());
                }
                ofPurposes.putIfAbsent(shown.purpose(), shown);
                unanswered.add(shown.purpose());
            }
            case PurposeEvent about -> {
                ofPurposes.put(about.purpose(), about);
                if (about instanceof ConsentGiven || about instanceof ConsentEnded) {
                    unanswered.remove(about.purpose());
                }
                if (about instanceof ConsentGiven yes) {
                    given.put(yes.purpose(), yes);
                }
            }
        }
        policy(event).ifPresent(policy -> policies.put(((PurposeEvent) event).purpose(), policy));
    }

    private static Optional<PolicyVersion> policy(ConsentEvent event) {
        return switch (event) {
            case ConsentGiven given -> Optional.of(given.policy());
            case ConsentRefused refused -> Optional.of(refused.policy());
            case ConsentWithdrawn withdrawn -> Optional.of(withdrawn.policy());
            default -> Optional.empty();
        };
    }

    @Nullable
    PurposeEvent of(Purpose purpose) {
        return ofPurposes.get(purpose);
    }

    @Nullable
    ControlChanged of(Control control) {
        return ofControls.get(control);
    }

    /** That the person's own newest choice answered. */
    Optional<PolicyVersion> policyOf(Purpose purpose) {
        return Optional.ofNullable(policies.get(purpose));
    }

    /**
     * Whether the newest yes says all that this one does: the same policy, by the same, of the same text and under the same law as
     * far as they are told, for as long, and not by an import alone. Through which channel it came again is no matter.
     */
    boolean covers(ConsentGiven again) {
        ConsentGiven before = given.get(again.purpose());
        if (before == null || unanswered.contains(again.purpose())) {
            return false;
        }
        Evidence known = Objects.requireNonNullElse(before.evidence(), Evidence.NONE);
        Evidence said = Objects.requireNonNullElse(again.evidence(), Evidence.NONE);
        return before.policy().equals(again.policy())
                && (before.channel() == Channel.IMPORT) == (again.channel() == Channel.IMPORT)
                && known.isByGuardian() == said.isByGuardian()
                && addsNothing(known.text(), said.text())
                && addsNothing(known.notice(), said.notice())
                && addsNothing(known.jurisdiction(), said.jurisdiction())
                && Objects.equals(before.expires(), again.expires());
    }

    private static boolean addsNothing(@Nullable Object known, @Nullable Object said) {
        return said == null || said.equals(known);
    }

    /** Whether a notice was shown since the consent was given or ended, or this is another policy than the one that was answered. */
    boolean isAskedAnew(Purpose purpose, PolicyVersion policy) {
        return unanswered.contains(purpose)
                || policyOf(purpose).filter(policy::equals).isEmpty();
    }

    /** That the notice showed, as far as its client told. */
    Optional<TextHash> textOf(@Nullable NoticeId notice) {
        return Optional.ofNullable(notice).map(notices::get).map(NoticeShown::text);
    }

    /** Whether it is one of those shown last, and asked this. */
    boolean isAbout(NoticeId notice, Purpose purpose, PolicyVersion policy) {
        NoticeShown shown = notices.get(notice);
        return shown != null
                && shown.purpose().equals(purpose)
                && shown.policy().equals(policy);
    }
}
