package com.videowindow.patina.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-protocol server in this process, on a free loopback port, kept in one file. A write that it has acknowledged
 * survives the end of the process and of the power. For one machine: no replica set, no transactions, no change streams.
 */
public final class EmbeddedMongo implements AutoCloseable {
    /** Bounds what the store takes of the heap; a working set beyond it is read from the file again. */
    private static final int CACHE_MEGABYTES =
            (int) Math.min(256, (Runtime.getRuntime().maxMemory() / 8) >> 20);

    /** A connection keeps its thread while its commit is synced, so this many writers share one sync. */
    private static final int THREADS = 64;

    static {
        // Netty's short way to memory is deprecated in the JDK and would warn on every start; nothing here is slower
        // without.
        if (System.getProperty("io.netty.noUnsafe") == null) System.setProperty("io.netty.noUnsafe", "true");
    }

    private final FolderLock lock;
    private final Path file;
    private final MVStore store;
    private final Compaction compaction;
    private final MongoServer server;
    private final String uri;

    private EmbeddedMongo(FolderLock lock, Path file, MVStore store) {
        this.lock = lock;
        this.file = file;
        this.store = store;
        GroupCommit commits = new GroupCommit(store);
        server = new MongoServer(new DurableBackend(store, commits));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, THREADS);
        uri = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
        compaction = Compaction.start(store, commits);
    }

    /** Opens the store in this folder, creating it when it is new. */
    public static EmbeddedMongo start(Path folder) {
        FolderLock lock = FolderLock.take(folder);
        try {
            Path file = folder.resolve("mongo.mv.db");
            Rewriting.forget(file);
            MVStore store = open(file.toString(), 0);
            PrivateFolder.keep(file);
            return new EmbeddedMongo(lock, file, store);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Nothing is written but by our own commits (no timer, no full buffer). Space is used again without H2's 45 s of waiting
     * for the disk, since every commit here is synced before the next begins, and {@link PatientFile} knows what is on it.
     * Versions before the newest are kept for as long as a command reads them, or so many at least.
     */
    static MVStore open(String file, int versionsKept) {
        MVStore store = new MVStore.Builder()
                .adoptFileStore(new PatientFile(OrderedFiles.named(file), CACHE_MEGABYTES))
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(versionsKept);
        try {
            Remains.clear(store, file);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
        return store;
    }

    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        compaction.close();
        server.shutdownNow();
        boolean sparse = Rewriting.pays(store);
        store.close();
        if (sparse) Rewriting.of(file);
        lock.close();
    }
}
