package com.videowindow.patina.sagas.part;

import com.videowindow.patina.command.export.ExportCommand.RecordRemoved;
import com.videowindow.patina.command.part.PartCommand;
import com.videowindow.patina.command.part.PartCommand.CertifyPart;
import com.videowindow.patina.command.part.PartCommand.EndWithWhole;
import com.videowindow.patina.command.part.PartCommand.HidePart;
import com.videowindow.patina.command.part.PartCommand.RecordForgotten;
import com.videowindow.patina.command.part.PartCommand.RecordKeysClosed;
import com.videowindow.patina.command.part.PartCommand.RequestPartAgain;
import com.videowindow.patina.command.part.PartCommand.StartPart;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.PartFences;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.domain.erasure.Unlearning;
import com.videowindow.patina.domain.erasure.Unlearning.Unlearned;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.Exports;
import com.videowindow.patina.domain.export.RemovalReason;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.part.PartPurge;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.sagas.erasure.Scan;
import com.videowindow.patina.sagas.model.Outdated;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The steps of the erasure of a part, each of which can be broken off anywhere and repeated, by this node or another: what
 * it does is the same again, and that it was done is recorded afterwards.
 */
@Component
class PartSteps {
    private static final Logger LOG = LoggerFactory.getLogger(PartSteps.class);
    private static final int PLACES_AT_ONCE = 100_000;

    private final CommandGateway commands;
    private final PartFinding finding;
    private final PartFences keys;
    private final Fences memory;
    private final Unlearning crowd;
    private final Outdated outdated;
    private final PartPurge purge;
    private final LogInspection log;
    private final LogEvidence evidence;
    private final Archives archives;
    private final Exports exports;

    PartSteps(
            CommandGateway commands,
            PartFinding finding,
            PartFences keys,
            Fences memory,
            Unlearning crowd,
            Outdated outdated,
            PartPurge purge,
            LogInspection log,
            LogEvidence evidence,
            Archives archives,
            Exports exports) {
        this.commands = commands;
        this.finding = finding;
        this.keys = keys;
        this.memory = memory;
        this.crowd = crowd;
        this.outdated = outdated;
        this.purge = purge;
        this.log = log;
        this.evidence = evidence;
        this.archives = archives;
        this.exports = exports;
    }

    /** Asks, in a log that was put back from before, for what was done already. */
    void requestAgain(PartFences.Raised raised, Instant now) {
        // Whoever was broken off between the fence and the keys is followed first: what goes is known by being
        // unreadable.
        keys.raise(raised.subject(), raised.erasure(), raised.regulation(), Set.of(), log.head());
        memory.evict(raised.subject());
        Actor engine = new Actor(Actor.Kind.ENGINE, raised.subject());
        send(new RequestPartAgain(raised.erasure(), raised.subject(), engine, raised.regulation(), now));
    }

    /** From here on it is neither used nor shown. */
    void hide(PartProgress part, Instant now) {
        Set<LogPosition> places = keys.gone(part.erasure())
                .map(gone -> finding.again(part, gone).places())
                .orElseGet(() -> finding.quickly(part));
        send(new HidePart(part.erasure(), part.subject(), Places.of(places), now));
    }

    /** Passes the point of no return, with all that goes named. */
    PartProgress start(PartProgress part, Instant now) {
        Optional<Set<LogPosition>> gone = keys.gone(part.erasure());
        PartFinding.Found found =
                gone.map(places -> finding.again(part, places)).orElseGet(() -> finding.thoroughly(part));
        return send(new StartPart(
                part.erasure(),
                part.subject(),
                found.kinds(),
                Places.of(found.places()),
                found.kept(),
                gone.isPresent(),
                now));
    }

    /** From the place of the event on nobody seals under the keys that go, on any node. */
    void closeKeys(PartProgress part, Instant now) {
        keys.open(part.subject(), part.erasure(), part.kinds());
        send(new RecordKeysClosed(part.erasure(), part.subject(), now));
    }

    void destroyKeys(PartProgress part, Instant now) {
        // Changes nothing, but where keys were put back from before, with all nodes stopped, so that none remembers
        // any.
        keys.open(part.subject(), part.erasure(), part.kinds());
        Fence fence = keys.raise(part.subject(), part.erasure(), part.regulation(), places(part), log.head());
        send(new RecordForgotten(part.erasure(), part.subject(), fence, now));
    }

    void endWithWhole(PartProgress part, Instant now) {
        send(new EndWithWhole(part.erasure(), part.subject(), now));
    }

    /** Whatever else holds something of these parts, together, since files are rewritten once for all of them. */
    void clear(List<PartProgress> parts, Clock clock) {
        List<SubjectId> subjects =
                parts.stream().map(PartProgress::subject).distinct().toList();
        subjects.forEach(memory::evict);
        parts.forEach(part -> removeArchives(part, clock.instant()));
        Unlearned model = crowd.unlearn(log.head());
        Map<ErasureId, Map<String, Long>> deleted = purge.purge(parts, log.head());
        memory.scrub(subjects);
        Optional<Purge.NotYet> open = Optional.empty();
        for (PartProgress part : parts) {
            try {
                certify(part, model, deleted.getOrDefault(part.erasure(), Map.of()), clock.instant());
            } catch (Purge.NotYet e) {
                open = Optional.of(e); // the others need not wait
            }
        }
        open.ifPresent(why -> {
            throw why;
        });
    }

    /** Of parts that were cleared before, should anything be there: of so many at once that no question is too long. */
    void clearAgain(List<ErasureId> parts, Map<SubjectId, LogPosition> started) {
        Map<String, Long> found = new TreeMap<>();
        Set<LogPosition> gone = new HashSet<>();
        for (ErasureId part : parts) {
            keys.gone(part).ifPresent(gone::addAll);
            if (gone.size() > PLACES_AT_ONCE) {
                purge.purgeAgain(gone, Map.of(), log.head())
                        .forEach((name, some) -> found.merge(name, some, Long::sum));
                gone.clear();
            }
        }
        purge.purgeAgain(gone, started, log.head()).forEach((name, some) -> found.merge(name, some, Long::sum));
        if (!found.isEmpty()) {
            LOG.error("Documents of parts came back after their erasure, and were cleared again: {}", found);
        }
    }

    /** Of before, which may have something of it. */
    private List<ExportProgress> archives(PartProgress part) {
        Instant erased = part.erased();
        return exports.of(part.subject()).stream()
                .filter(one -> erased == null || one.requested().isBefore(erased))
                .toList();
    }

    private void removeArchives(PartProgress part, Instant now) {
        List<ExportProgress> before = archives(part);
        archives.remove(before.stream().map(ExportProgress::export).toList());
        before.forEach(one -> {
            ExportProgress unused = commands.sendAndWait(
                    new RecordRemoved(one.export(), one.subject(), RemovalReason.PART_ERASED, now));
        });
    }

    private void certify(PartProgress part, Unlearned model, Map<String, Long> deleted, Instant now) {
        Set<LogPosition> places = places(part);
        Map<String, Long> remains = new TreeMap<>(purge.remains(part.subject(), places));
        remains.put(PartCertificate.ARCHIVES, (long) archives(part).size());
        Scan scan = new Scan(places.size(), finding.readable(places), remains, now);
        scan.demandNothing("part");
        PartCertificate said = new PartCertificate(
                part, finding.facts(part.subject(), places), model, trained(part, now), deleted, scan);
        send(new CertifyPart(part.erasure(), part.subject(), evidence.attest(said.json()), now));
    }

    private Outdated.Models trained(PartProgress part, Instant now) {
        Fence fence = Objects.requireNonNull(part.fence());
        return outdated.since(fence.through(), part.erased() == null ? now : part.erased());
    }

    private static Set<LogPosition> places(PartProgress part) {
        Places places = part.places();
        return places == null ? Set.of() : places.positions();
    }

    private PartProgress send(PartCommand step) {
        return commands.sendAndWait(step);
    }
}
