package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvents.Seen;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.UnknownEvent;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads block after block, beside memory and read models: some hundred thousand events a second. Nothing is kept, and what
 * is sealed is opened only for those who ask for what it says.
 */
final class WalkedLog implements LogWalk {
    /** What one page of somebody's events looks through: about a second. */
    private static final int BLOCKS_A_PAGE = 2_048;

    private final BlockStore blocks;
    private final EventMapping mapping;
    private final FactStreams names;

    WalkedLog(BlockStore blocks, EventMapping mapping, FactStreams names) {
        this.blocks = blocks;
        this.mapping = mapping;
        this.names = names;
    }

    private long last() {
        return LogAccess.available(blocks::last);
    }

    @Override
    public void headers(LogPosition upTo, Consumer<Header> each) {
        blocks.walk(0, Math.min(upTo.block(), last()), block -> {
            for (int offset = 0; offset < block.events().size(); offset++) {
                LogPosition position = block.position(offset);
                if (upTo.covers(position)) {
                    headers(block.events().get(offset), position).forEach(each);
                }
            }
        });
    }

    /** One for each person. */
    private static List<Header> headers(LoggedEvent event, LogPosition position) {
        if (!SharedSeals.isShared(event)) {
            return List.of(header(event, position));
        }
        return SharedSeals.facts(event).stream()
                .map(fact ->
                        header(event, position, fact.use().subject(), fact.use().category()))
                .toList();
    }

    private static Header header(LoggedEvent event, LogPosition position) {
        String subject = event.subject();
        return subject == null || SharedSeals.isShared(event)
                ? header(event, position, null, null)
                : header(
                        event,
                        position,
                        SubjectId.of(subject),
                        category(event.payload().getData()));
    }

    private static Header header(
            LoggedEvent event, LogPosition position, @Nullable SubjectId subject, @Nullable DataCategory category) {
        return new Header(position, stream(event), event.type(), Instant.ofEpochMilli(event.at()), subject, category);
    }

    private static String stream(LoggedEvent event) {
        return event.key().substring(0, event.key().lastIndexOf('@'));
    }

    private static @Nullable DataCategory category(byte[] payload) {
        return Seal.isReadable(payload) ? Seal.category(payload) : null;
    }

    @Override
    public void events(
            Instant from, Instant to, LogPosition upTo, Predicate<Class<?>> wanted, Consumer<DomainEvent> each) {
        long last = upTo.block();
        long first = LogAccess.available(() -> blocks.firstAt(from.toEpochMilli(), last));
        blocks.walk(first, last, block -> {
            List<LoggedEvent> stored = block.events();
            if (stored.stream().anyMatch(event -> isWanted(event, from, to, wanted))) {
                mapping.tracked(block).stream()
                        .filter(message -> upTo.covers(position(message)))
                        .filter(message -> isWanted(stored.get(offset(message)), from, to, wanted))
                        .flatMap(message -> said(message).stream())
                        .forEach(each);
            }
        });
    }

    @Override
    public void read(LogPosition upTo, Predicate<Class<?>> wanted, BiConsumer<Header, DomainEvent> each) {
        blocks.walk(0, Math.min(upTo.block(), last()), block -> {
            List<LoggedEvent> stored = block.events();
            if (stored.stream().anyMatch(event -> isOfType(event, wanted))) {
                mapping.tracked(block).stream()
                        .filter(message -> upTo.covers(position(message)))
                        .filter(message -> isOfType(stored.get(offset(message)), wanted))
                        .forEach(message -> said(message)
                                .ifPresent(event ->
                                        each.accept(header(stored.get(offset(message)), position(message)), event)));
            }
        });
    }

    @Override
    public Optional<Header> fact(Class<? extends DomainEvent> type, String family, String message, Instant since) {
        long last = last();
        long first = LogAccess.available(() -> blocks.firstAt(since.toEpochMilli(), last));
        List<Header> found = new ArrayList<>();
        for (long next = first; next <= last && found.isEmpty(); next += BlockStore.WALKED_AT_ONCE) {
            blocks.walk(next, Math.min(last, next + BlockStore.WALKED_AT_ONCE - 1), block -> headers(
                            block, event -> isOfType(event, type::equals))
                    .filter(header -> isOf(header, family, message))
                    .forEach(found::add));
        }
        return found.stream().findFirst();
    }

    private static Stream<Header> headers(Block block, Predicate<LoggedEvent> wanted) {
        return IntStream.range(0, block.events().size())
                .filter(offset -> wanted.test(block.events().get(offset)))
                .mapToObj(offset -> header(block.events().get(offset), block.position(offset)));
    }

    private boolean isOf(Header header, String family, String message) {
        return header.subject() != null && names.isOf(header.stream(), family, header.subject(), message);
    }

    private static LogPosition position(TrackedEventMessage<?> message) {
        return new LogPosition(((GlobalSequenceTrackingToken) message.trackingToken()).getGlobalIndex());
    }

    private static int offset(TrackedEventMessage<?> message) {
        return position(message).offset();
    }

    private static boolean isWithin(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static boolean isWanted(LoggedEvent event, Instant from, Instant to, Predicate<Class<?>> wanted) {
        return isWithin(Instant.ofEpochMilli(event.at()), from, to) && isOfType(event, wanted);
    }

    private static boolean isOfType(LoggedEvent event, Predicate<Class<?>> wanted) {
        try {
            return wanted.test(EventNames.CURRENT.type(event.type(), event.revision()));
        } catch (UnknownEvent later) {
            return false;
        }
    }

    private static Optional<DomainEvent> said(TrackedEventMessage<?> message) {
        try {
            return message.getPayload() instanceof DomainEvent event ? Optional.of(event) : Optional.empty();
        } catch (UnknownEvent later) {
            return Optional.empty();
        }
    }

    @Override
    public Raw of(SubjectId subject, LogPosition after, int atMost) {
        List<Seen> found = new ArrayList<>();
        long last = last();
        long next = Math.max(0, after.block());
        long end = Math.min(last, next + BLOCKS_A_PAGE - 1);
        while (next <= end && found.size() < atMost) {
            blocks.walk(
                    next,
                    Math.min(end, next + BlockStore.WALKED_AT_ONCE - 1),
                    block -> keep(block, subject, after, found));
            next += BlockStore.WALKED_AT_ONCE;
        }
        if (found.size() > atMost) {
            List<Seen> page = List.copyOf(found.subList(0, atMost));
            return new Raw(page, page.getLast().position());
        }
        return new Raw(
                List.copyOf(found),
                next > last ? null : new LogPosition(LogPosition.of(next, 0).value() - 1));
    }

    private void keep(Block block, SubjectId subject, LogPosition after, List<Seen> found) {
        String wanted = subject.toString();
        for (int offset = 0; offset < block.events().size(); offset++) {
            LoggedEvent event = block.events().get(offset);
            LogPosition position = block.position(offset);
            if (SharedSeals.isAbout(event.subject(), wanted) && position.compareTo(after) > 0) {
                found.add(seen(mapping.openedFor(event, wanted), position));
            }
        }
    }

    private static Seen seen(LoggedEvent event, LogPosition position) {
        return new Seen(
                position,
                event.key(),
                event.id(),
                event.type(),
                event.revision(),
                Instant.ofEpochMilli(event.at()),
                event.subject(),
                event.metadata(),
                new String(Payloads.unpacked(event.payload().getData()), StandardCharsets.UTF_8));
    }
}
