package com.videowindow.patina.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A wire to Elasticsearch on which one request can be made very late: it is under way while its sender stalls. */
final class HeldWire implements AutoCloseable {
    private final int target;
    private final ServerSocket door;
    private final AtomicReference<@Nullable Late> armed = new AtomicReference<>();

    /** The request that is held, and its answer. */
    static final class Late {
        private final String mark;
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

        private Late(String mark) {
            this.mark = mark;
        }

        boolean isHeld() {
            return held.getCount() == 0;
        }

        void release() {
            released.countDown();
        }

        String answer() {
            synchronized (answer) {
                return answer.toString(StandardCharsets.UTF_8);
            }
        }
    }

    HeldWire(URI elasticsearch) {
        target = elasticsearch.getPort();
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String uri() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** The next request that contains this will be late. */
    Late hold(String mark) {
        Late late = new Late(mark);
        armed.set(late);
        return late;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Connection connection = new Connection(door.accept(), new Socket(door.getInetAddress(), target));
                Thread.ofVirtual().start(connection::ask);
                Thread.ofVirtual().start(connection::answer);
            } catch (IOException e) {
                // closed
            }
        }
    }

    private final class Connection {
        private final Socket near;
        private final Socket far;
        private volatile @Nullable Late late;

        Connection(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void ask() {
            pump(near, far, this::wait);
        }

        private void wait(byte[] bytes, int length) throws InterruptedException {
            Late next = armed.get();
            if (next == null || !new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(next.mark)) {
                return;
            }
            if (armed.compareAndSet(next, null)) {
                late = next;
                next.held.countDown();
                next.released.await(2, TimeUnit.MINUTES);
            }
        }

        void answer() {
            pump(far, near, (bytes, length) -> {
                Late known = late;
                if (known != null) {
                    synchronized (known.answer) {
                        known.answer.write(bytes, 0, length);
                    }
                }
            });
        }
    }

    private interface Look {
        void at(byte[] bytes, int length) throws InterruptedException;
    }

    private static void pump(Socket from, Socket to, Look look) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                look.at(buffer, read);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one end is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
