package com.videowindow.patina.api.security;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.privacy.SubjectDirectory.Known;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The person who asks. Controllers know people by their token only, so that nobody reaches anybody else. */
public final class Caller {

    private static final String LEFT =
            "You were erased. A mark that nobody reads back refuses messages from before that, for a while.";

    private final SubjectDirectory directory;
    private final PlatformUserId user;
    private final Erasures erasures;

    Caller(SubjectDirectory directory, PlatformUserId user, Erasures erasures) {
        this.directory = directory;
        this.user = user;
        this.erasures = erasures;
    }

    public PlatformUserId user() {
        return user;
    }

    /**
     * To store what they decide or ordered, which makes them known.
     *
     * @throws LogUnavailable while whoever they were is being forgotten
     */
    public SubjectId subject() {
        SubjectId known = who().subject();
        SubjectId subject = known == null ? directory.subjectOf(user) : known;
        if (erasures.isErased(subject)) {
            throw new LogUnavailable("the directory is being changed", null);
        }
        return subject;
    }

    /** As whom an officer decides something for others. */
    public Actor asOfficer() {
        return new Actor(Actor.Kind.OFFICER, subject());
    }

    /** Who they are, if anybody knows them. Whoever is being erased is shown nothing, rather than what is left. */
    public Optional<SubjectId> known() {
        return known(evenLeaving());
    }

    /**
     * To ask for something that is about what is kept of them: whoever nothing is kept about is told just that (article 15(1)
     * of the GDPR), and neither made known nor remembered as having asked.
     */
    public SubjectId kept() {
        return known().orElseThrow(this::nothing);
    }

    /** The same, also while they are being erased. */
    public SubjectId keptEvenLeaving() {
        return evenLeaving().orElseThrow(this::nothing);
    }

    private Unacceptable nothing() {
        Known who = who();
        if (who.subject() != null) {
            return Unacceptable.nothingHere(); // something is, until the keys are gone
        }
        return new Unacceptable(Problem.of(ProblemType.NOTHING_KEPT, who.leftAt() == null ? null : LEFT));
    }

    /** As {@link #known}, also while they are being erased. */
    public Optional<SubjectId> evenLeaving() {
        return Optional.ofNullable(who().subject());
    }

    /** @throws LogUnavailable while this node does not know yet who is being erased */
    private Optional<SubjectId> known(Optional<SubjectId> subject) {
        if (subject.isPresent() && !erasures.isReady()) {
            throw new LogUnavailable("the log is being read", null);
        }
        return subject.filter(one -> !erasures.isBeingErased(one));
    }

    /**
     * The same, with when whoever they were before was erased. A node hears of an erasure before its directory does, which
     * is then asked again; whoever is erased is nobody, whatever it says.
     */
    public Known who() {
        Known known = directory.find(user);
        if (!isErased(known)) {
            return known;
        }
        directory.forget(Objects.requireNonNull(known.subject()));
        Known since = directory.find(user);
        return isErased(since) ? Known.NOBODY : since;
    }

    private boolean isErased(Known known) {
        return known.subject() != null && erasures.isErased(known.subject());
    }

    /**
     * For everything else: somebody unknown has allowed nothing, so that what is read about them is empty, and what is to
     * be stored about them is refused at the gate. Neither makes them known.
     */
    public SubjectId reader() {
        return known(Optional.ofNullable(who().subject())).orElseGet(() -> new SubjectId(UUID.randomUUID()));
    }

    /** The same for what was asked before. */
    public static SubjectId reader(Known who) {
        return who.subject() == null ? new SubjectId(UUID.randomUUID()) : who.subject();
    }
}
