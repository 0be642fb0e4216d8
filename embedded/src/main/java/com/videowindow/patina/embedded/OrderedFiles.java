package com.videowindow.patina.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files whose head is written only after everything else is on the disk: H2 writes a new part and then the head that names
 * it, and a power failure that kept the second without the first would lead the next opening astray.
 */
public final class OrderedFiles extends FilePathWrapper {
    private static final String SCHEME = "ordered";

    static String named(String file) {
        FilePath.register(new OrderedFiles());
        return SCHEME + ":" + file;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Ordered(super.open(mode));
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // a channel's access by position needs no lock
    private static final class Ordered extends FileBaseDefault {
        private final FileChannel file;

        Ordered(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (position == 0) file.force(false);
            return file.write(source, position);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
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
