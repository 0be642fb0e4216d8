package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.consent.ConsentEnded;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
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
