package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.command.erasure.ErasureCommand;
import com.videowindow.patina.command.erasure.ErasureCommand.CertifyErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RecordErased;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasureAgain;
import com.videowindow.patina.command.erasure.ErasureCommand.StartErasure;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.domain.erasure.Unlearning;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.sagas.model.Outdated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The steps of an erasure, each of which can be broken off anywhere and repeated, by this node or another: what it does is
 * the same again, and that it was done is recorded afterwards, in the one stream where also cancelling is decided.
 */
@Component
class ErasureSteps {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureSteps.class);

    private final CommandGateway commands;
    private final Fences fences;
    private final Purge purge;
    private final Unlearning crowd;
    private final Outdated outdated;
    private final LogInspection log;
    private final WholeLog everything;
    private final LogEvidence evidence;
    private final Archives archives;
    private final Telling telling;
    private final Duration refuseOld;

    ErasureSteps(
            CommandGateway commands,
            Fences fences,
            Purge purge,
            Unlearning crowd,
            Outdated outdated,
            LogInspection log,
            WholeLog everything,
            LogEvidence evidence,
            Archives archives,
            Telling telling,
            ErasureSettings settings) {
        this.commands = commands;
        this.fences = fences;
        this.purge = purge;
        this.crowd = crowd;
        this.outdated = outdated;
        this.log = log;
        this.everything = everything;
        this.evidence = evidence;
        this.archives = archives;
        this.telling = telling;
        this.refuseOld = settings.refuseOld();
    }

    /** Asks, in a log that was put back from before, for what was done already. */
    void requestAgain(Fences.Raised raised, Instant now) {
        Actor engine = new Actor(Actor.Kind.ENGINE, raised.subject());
        send(new RequestErasureAgain(raised.erasure(), raised.subject(), engine, raised.regulation(), now));
    }

    /** Passes the point of no return. */
    ErasureProgress start(ErasureProgress erasure, boolean again, Instant now) {
        return send(new StartErasure(erasure.erasure(), erasure.subject(), again, now));
    }

    /** From here on nobody reads what was sealed for this person, and nobody seals more. */
    ErasureProgress destroyKeys(ErasureProgress erasure, Clock clock) {
        Fences.Raised raised =
                fences.raise(erasure.subject(), erasure.erasure(), erasure.regulation(), log.head(), clock.instant());
        return send(new RecordErased(erasure.erasure(), erasure.subject(), raised.fence(), clock.instant()));
    }

    /**
     * Whatever else holds something of these people, whose keys are destroyed: together, since files are rewritten once
     * for all of them.
     */
    void clear(List<ErasureProgress> erasures, Clock clock) {
        for (ErasureProgress one : erasures) {
            fences.evict(one.subject());
            fences.leave(one.subject(), erasedAt(one), erasedAt(one).plus(refuseOld));
        }
        List<SubjectId> subjects =
                erasures.stream().map(ErasureProgress::subject).toList();
        Set<SubjectId> whose = Set.copyOf(subjects);
        Instant left = clock.instant();
        archives.remove(archivesOf(whose).map(Archives.Standing::export).toList());
        Instant removed = clock.instant();
        Unlearning.Unlearned model = crowd.unlearn(log.head());
        Instant unlearned = clock.instant();
        Map<SubjectId, Map<String, Purge.Cleared>> models = purge.purge(subjects, log.head());
        Instant rewritten = clock.instant();
        boolean renewed = fences.scrub(subjects);
        Instant scrubbed = clock.instant();
        Map<SubjectId, WholeLog.Looked> looked = everything.about(subjects, log.head());
        Map<SubjectId, Long> kept =
                archivesOf(whose).collect(Collectors.groupingBy(Archives.Standing::subject, Collectors.counting()));
        Optional<Purge.NotYet> open = Optional.empty();
        for (ErasureProgress one : erasures) {
            try {
                Map<String, Purge.Cleared> theirs = models.getOrDefault(one.subject(), Map.of());
                certify(
                        one,
                        new Cleaned(
                                left,
                                erasedAt(one).plus(refuseOld),
                                removed,
                                model,
                                unlearned,
                                outdated.since(through(one), erasedAt(one)),
                                theirs,
                                rewritten,
                                scrubbed,
                                renewed),
                        looked.get(one.subject()),
                        kept.getOrDefault(one.subject(), 0L),
                        clock.instant());
            } catch (Purge.NotYet e) {
                open = Optional.of(e); // the others need not wait
            }
        }
        open.ifPresent(why -> {
            throw why;
        });
    }

    /** Of people who were cleared before, should anything be there. */
    void clearAgain(Map<SubjectId, LogPosition> erased) {
        Map<String, Long> found = purge.purgeAgain(erased, log.head());
        if (!found.isEmpty()) {
            LOG.error("Documents of people came back after their erasure, and were cleared again: {}", found);
        }
    }

    private Stream<Archives.Standing> archivesOf(Set<SubjectId> subjects) {
        return archives.all().stream().filter(one -> subjects.contains(one.subject()));
    }

    private static LogPosition through(ErasureProgress erasure) {
        return Objects.requireNonNull(erasure.fence()).through();
    }

    private static Instant erasedAt(ErasureProgress erasure) {
        return erasure.erased() == null ? erasure.changed() : erasure.erased();
    }

    private void certify(
            ErasureProgress erasure, Cleaned cleaned, WholeLog.@Nullable Looked looked, long archived, Instant now) {
        Map<String, Long> remains = new TreeMap<>(purge.remains(erasure.subject()));
        remains.put(Certificate.ARCHIVES, archived);
        WholeLog.Looked log = Objects.requireNonNull(looked);
        Scan scan = new Scan(log.events(), log.readable(), remains, now);
        scan.demandNothing("person");
        String certificate = evidence.attest(new Certificate(erasure, cleaned, telling.of(erasure), scan).json());
        send(new CertifyErasure(erasure.erasure(), erasure.subject(), certificate, now));
    }

    private ErasureProgress send(ErasureCommand step) {
        return commands.sendAndWait(step);
    }
}
