package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.command.erasure.ErasureCommand;
import com.videowindow.patina.command.erasure.ErasureCommand.CertifyErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RecordErased;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.StartErasure;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.privacy.Forgotten;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
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
    private final LogInspection log;
    private final PastEvents past;
    private final LogEvidence evidence;
    private final Archives archives;
    private final Duration refuseOld;

    ErasureSteps(
            CommandGateway commands,
            Fences fences,
            Purge purge,
            LogInspection log,
            PastEvents past,
            LogEvidence evidence,
            Archives archives,
            ErasureSettings settings) {
        this.commands = commands;
        this.fences = fences;
        this.purge = purge;
        this.log = log;
        this.past = past;
        this.evidence = evidence;
        this.archives = archives;
        this.refuseOld = settings.refuseOld();
    }

    /** Asks, in a log that was put back from before, for what was done already. */
    void requestAgain(Fences.Raised raised, Instant now) {
        Actor engine = new Actor(Actor.Kind.ENGINE, raised.subject());
        send(new RequestErasure(raised.erasure(), raised.subject(), engine, Regulation.GDPR, Duration.ZERO, now));
    }

    /** Passes the point of no return. */
    ErasureProgress start(ErasureProgress erasure, Instant now) {
        return send(new StartErasure(erasure.erasure(), erasure.subject(), now));
    }

    /** From here on nobody reads what was sealed for this person, and nobody seals more. */
    ErasureProgress destroyKeys(ErasureProgress erasure, Instant now) {
        Fences.Raised raised = fences.raise(erasure.subject(), erasure.erasure(), log.head(), now);
        return send(new RecordErased(erasure.erasure(), erasure.subject(), raised.fence(), now));
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
        archives.remove(archivesOf(subjects));
        Map<SubjectId, Map<String, Long>> deleted = purge.purge(subjects, log.head());
        fences.scrub(subjects);
        Optional<Purge.NotYet> open = Optional.empty();
        for (ErasureProgress one : erasures) {
            try {
                certify(one, deleted.getOrDefault(one.subject(), Map.of()), clock.instant());
            } catch (Purge.NotYet e) {
                open = Optional.of(e); // the others need not wait
            }
        }
        open.ifPresent(why -> {
            throw why;
        });
    }

    /** Of somebody who was cleared before, should anything be there. */
    void clearAgain(SubjectId subject) {
        if (purge.remains(subject).values().stream().anyMatch(count -> count > 0)) {
            LOG.error("Something of a person came back after their erasure, and is deleted again");
            purge.purge(List.of(subject), log.head());
        }
    }

    private List<ExportId> archivesOf(List<SubjectId> subjects) {
        return archives.all().stream()
                .filter(one -> subjects.contains(one.subject()))
                .map(Archives.Standing::export)
                .toList();
    }

    private static Instant erasedAt(ErasureProgress erasure) {
        return erasure.erased() == null ? erasure.changed() : erasure.erased();
    }

    private void certify(ErasureProgress erasure, Map<String, Long> deleted, Instant now) {
        Map<String, Long> remains = new TreeMap<>(purge.remains(erasure.subject()));
        remains.put(Certificate.ARCHIVES, (long)
                archivesOf(List.of(erasure.subject())).size());
        long readable = readable(erasure.subject());
        if (readable > 0 || remains.values().stream().anyMatch(count -> count > 0)) {
            throw new Purge.NotYet("something of a person is still there");
        }
        String certificate = evidence.attest(new Certificate(erasure, deleted, remains, now).json());
        send(new CertifyErasure(erasure.erasure(), erasure.subject(), certificate, now));
    }

    /** Events of the person's streams that still say something. */
    private long readable(SubjectId subject) {
        return Stream.of(ConsentEvent.stream(subject), PreferencesStated.stream(subject))
                .flatMap(stream -> past.stream(stream).values().stream())
                .filter(ErasureSteps::says)
                .count();
    }

    private static boolean says(DomainEvent event) {
        return !(event instanceof Forgotten);
    }

    private ErasureProgress send(ErasureCommand step) {
        return commands.sendAndWait(step);
    }
}
