package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Answers MongoDB's commands from one store file. Whatever may write is durable before its answer leaves, unless the
 * client said {@code j: false}: then it is by the next command that is, and two seconds later at the latest.
 */
final class DurableBackend extends AbstractMongoBackend {
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "aggregate",
            "listcollections",
            "listindexes",
            "listdatabases",
            "killcursors",
            "ping",
            "ismaster",
            "hello",
            "buildinfo",
            "serverstatus",
            "endsessions",
            "getlasterror",
            "dbstats",
            "collstats",
            "validate",
            "whatsmyuri",
            "connectionstatus",
            "hostinfo",
            "getlog");

    private static final Set<String> TELLS = Set.of("find", "getmore", "count", "distinct", "aggregate");

    private final MVStore store;
    private final GroupCommit commits;

    DurableBackend(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
        store.getMapNames().stream()
                .filter(name -> name.startsWith(DurableDatabase.DOCUMENTS))
                .map(name -> name.substring(DurableDatabase.DOCUMENTS.length()))
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, store, getCursorRegistry());
    }

    /** A refused command becomes its answer here: left to the server it would be logged with the whole document. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Supplier<Document> answer = () -> super.handleCommand(channel, database, command, query);
        try {
            return onOneVersion(() -> {
                if (isRead(command, query)) return read(command, query, answer);
                return mayBeLost(query) ? commits.soon(answer) : commits.durably(answer);
            });
        } catch (MongoServerException refused) {
            return refusal(refused);
        } catch (MVStoreException broken) {
            return refusal(DiskFailure.of(commits.reason(broken)));
        }
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        try {
            return onOneVersion(() -> super.handleQuery(query));
        } catch (MVStoreException broken) {
            throw DiskFailure.of(commits.reason(broken));
        }
    }

    /**
     * Writers apply before they commit: what a reader finds is told when it is durable. Nothing found is told at once, and so
     * is what may be taken back if the client asked for it so.
     */
    private Document read(String command, Document query, Supplier<Document> answer) {
        Document told = answer.get();
        if (command.equalsIgnoreCase("find") && told.get("cursor") instanceof Document cursor) {
            AnswerInParts.tell(cursor, getCursorRegistry());
        }
        if (TELLS.contains(command.toLowerCase(Locale.ROOT)) && !isEmpty(told) && !isLocal(query)) commits.settle();
        return told;
    }

    private static boolean isEmpty(Document told) {
        return told.get("cursor") instanceof Document cursor
                && Stream.of("firstBatch", "nextBatch")
                        .map(cursor::get)
                        .anyMatch(batch -> batch instanceof Collection<?> some && some.isEmpty());
    }

    /** Freed space is used again at once, so a command says which version it may still be reading. */
    private <T> T onOneVersion(Supplier<T> command) {
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return command.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    private static boolean isRead(String command, Document query) {
        boolean writesItsResult = query.get("pipeline") instanceof Iterable<?> stages
                && stages.toString().matches("(?s).*\\$(out|merge)\\b.*");
        return READS.contains(command.toLowerCase(Locale.ROOT)) && !writesItsResult;
    }

    private static boolean isLocal(Document query) {
        return query.get("readConcern") instanceof Document concern && "local".equals(concern.get("level"));
    }

    private static boolean mayBeLost(Document query) {
        return query.get("writeConcern") instanceof Document concern && Boolean.FALSE.equals(concern.get("j"));
    }

    private static Document refusal(MongoServerException refused) {
        Document answer = new Document("ok", 0).append("errmsg", refused.getMessageWithoutErrorCode());
        if (refused instanceof MongoServerError error) {
            answer.append("code", error.getCode());
            answer.putIfNotNull("codeName", error.getCodeName());
        }
        return answer;
    }
}
