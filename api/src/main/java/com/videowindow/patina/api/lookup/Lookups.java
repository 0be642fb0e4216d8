package com.videowindow.patina.api.lookup;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.api.security.Callers;
import com.videowindow.patina.command.lookup.RecordLookup;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.lookup.LookupId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.lookup.LookupReason;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down who looks at whom; durable when it returns, or the look-up is refused as the log refuses it. */
@Component
public final class Lookups {
    static final String REASON = "Lookup-Reason";
    static final String CASE = "Lookup-Case";
    static final String WRITTEN = Lookups.class.getName();

    private final Commands commands;
    private final Callers callers;
    private final SubjectDirectory people;

    Lookups(Commands commands, Callers callers, SubjectDirectory people) {
        this.commands = commands;
        this.callers = callers;
        this.people = people;
    }

    /** Whom an officer names, after that was told; nobody of that name is told too. */
    public SubjectId person(HttpServletRequest request, LookupKind kind, PlatformUserId name) {
        Optional<SubjectId> known = people.knownSubjectOf(name);
        tell(request, kind, known.orElse(null));
        return known.orElseThrow(Unacceptable::nothingHere);
    }

    /** For an address that finds out itself about whom it is; absent when there is nobody of that name. */
    public void tell(HttpServletRequest request, LookupKind kind, @Nullable SubjectId subject) {
        write(request, kind, subject);
    }

    /**
     * Why somebody looks, as it was said before.
     *
     * @param reference of the case in the operator's own books
     */
    public record Why(
            @Nullable LookupReason reason, @Nullable CaseReference reference) {
        static final Why UNSAID = new Why(null, null);
    }

    /** The same, for an address to which it was said before why; headers outrank that. */
    public void tell(HttpServletRequest request, LookupKind kind, @Nullable SubjectId subject, Why before) {
        write(request, kind, subject, before);
    }

    void write(HttpServletRequest request, LookupKind kind, @Nullable SubjectId subject) {
        write(request, kind, subject, Why.UNSAID);
    }

    private void write(HttpServletRequest request, LookupKind kind, @Nullable SubjectId subject, Why before) {
        LookupReason reason = reason(request.getHeader(REASON));
        CaseReference reference = reference(request.getHeader(CASE));
        Caller officer = callers.current();
        LookedUp lookup = new LookedUp(
                new LookupId(UUID.randomUUID()),
                officer.asOfficer(),
                kind,
                subject,
                reason == null ? before.reason() : reason,
                reference == null ? before.reference() : reference,
                Instant.now());
        commands.send(new RecordLookup(lookup), Stored.class);
        request.setAttribute(WRITTEN, lookup.lookup());
    }

    private static @Nullable LookupReason reason(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(LookupReason.values())
                        .filter(each -> each.name().equalsIgnoreCase(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> Unacceptable.field(REASON, "must be one of " + words()));
    }

    static String words() {
        return Arrays.stream(LookupReason.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable CaseReference reference(@Nullable String text) {
        try {
            return text == null ? null : new CaseReference(text);
        } catch (IllegalArgumentException unsuitable) {
            throw Unacceptable.field(CASE, String.valueOf(unsuitable.getMessage()));
        }
    }
}
