package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.eventlog.Simulation.Power;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** One process of the log, the real one but for its clockwork and its server. */
final class SimulatedNode {
    static final EventMapping MAPPING =
            new EventMapping(EventLog.eventSerializer(), NoOpEventUpcaster.INSTANCE, Seals.NONE);
    static final FactStreams FACTS = new FactStreams(OpenLog.KEY);

    final String name;
    final Power power;
    final BlockStore blocks;
    final LogTail tail;
    final Committer committer;
    final StreamEvents streams;
    final StoredFacts facts;
    private final EventLogSettings settings;
    private final Clockwork clockwork;

    /** Opens it, which asks the server: to be called by one who can wait. */
    SimulatedNode(Simulation simulation, BlockStore blocks, EventLogSettings settings, String name, Power power) {
        this.name = name;
        this.power = power;
        this.blocks = blocks;
        this.settings = settings;
        this.clockwork = new SimulatedClockwork(simulation, power, name);
        LogMetrics metrics = new LogMetrics(new CompositeMeterRegistry());
        Head head = blocks.head();
        tail = new LogTail(blocks, head.end(), MAPPING, settings, clockwork);
        committer = new Committer(blocks, head, tail, MAPPING.closed(), settings, metrics, name, clockwork);
        streams = new StreamEvents(blocks, settings.cacheBytes());
        facts = new StoredFacts(blocks, committer, MAPPING, FACTS, metrics);
    }

    BlockStream reader(LogPosition after) {
        return new BlockStream(tail, after, settings.readAhead(), clockwork);
    }
}
