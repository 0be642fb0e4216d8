package com.videowindow.patina.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files in memory that remember every change, so that a test can see what a crash at any moment would have left, and that
 * can fail at one.
 */
public final class RecordedFiles extends FilePathWrapper {
    private static final AtomicInteger FILES = new AtomicInteger();
    private static final List<Change> CHANGES = new ArrayList<>();

    private static Failure failure = Failure.NEVER;

    /** The disk fails at this change, after half of it, and says why; for once or for good. */
    record Failure(int change, boolean lasting, String why) {
        static final Failure NEVER = new Failure(Integer.MAX_VALUE, false, "");

        boolean hits(int number) {
            return lasting ? number >= change : number == change;
        }
    }

    enum Kind {
        WRITTEN,
        CUT,
        SYNCED
    }

    /** Bytes written at a position, the file cut there, or everything before brought to the disk. */
    record Change(Kind kind, long at, ByteBuffer bytes) {
        int length() {
            return bytes.limit();
        }

        byte[] on(byte[] file) {
            return on(file, length());
        }

        /** With only so many of the bytes. */
        byte[] on(byte[] file, int written) {
            if (kind == Kind.SYNCED) return file;
            int end = Math.toIntExact(at + written);
            byte[] after = Arrays.copyOf(file, kind == Kind.CUT ? end : Math.max(file.length, end));
            bytes.duplicate().get(after, Math.toIntExact(at), written);
            return after;
        }
    }

    /** A file with this content, all further changes of which are remembered. */
    static String record(byte[] content) throws IOException {
        return record(content, Failure.NEVER);
    }

    static String record(byte[] content, Failure fails) throws IOException {
        CHANGES.clear();
        failure = fails;
        FilePath.register(new RecordedFiles());
        return "recorded:" + containing(content);
    }

    static List<Change> changes() {
        return CHANGES;
    }

    static byte[] content(String name) throws IOException {
        try (InputStream in = FilePath.get(name).newInputStream()) {
            return in.readAllBytes();
        }
    }

    static void forget(String name) {
        FilePath.get(name).delete();
    }

    static String containing(byte[] bytes) throws IOException {
        String name = "memFS:" + FILES.incrementAndGet();
        try (OutputStream out = FilePath.get(name).newOutputStream(false)) {
            out.write(bytes);
        }
        return name;
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Recorder(super.open(mode));
    }

    /** @return whether it fails */
    private static boolean remember(Change change) {
        CHANGES.add(change);
        return failure.hits(CHANGES.size());
    }

    private static final class Recorder extends FileBaseDefault {
        private final FileChannel file;

        Recorder(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            boolean fails = remember(new Change(Kind.WRITTEN, position, ByteBuffer.wrap(bytes)));
            if (fails) source.limit(source.position() + bytes.length / 2);
            int written = file.write(source, position);
            if (fails) throw new IOException(failure.why());
            return written;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (remember(new Change(Kind.CUT, size, ByteBuffer.allocate(0)))) throw new IOException(failure.why());
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (remember(new Change(Kind.SYNCED, 0, ByteBuffer.allocate(0)))) throw new IOException(failure.why());
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
