package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire between client and server that can lose the answers to inserts, or hold answers back. */
final class FaultyWire implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lose = new AtomicInteger();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private volatile CountDownLatch answersToBlocks = new CountDownLatch(0);

    FaultyWire(String uri) {
        server = URI.create(uri).getPort();
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + door.getLocalPort();
    }

    /** The next inserts reach the server, but their connections end before the answer. */
    void loseAnswersToInserts(int count) {
        lose.set(count);
    }

    void holdAnswers() {
        answers = new CountDownLatch(1);
    }

    /** Who only asks is answered, and who connects. */
    void holdAnswersToBlocks() {
        answersToBlocks = new CountDownLatch(1);
    }

    void releaseAnswers() {
        answers.countDown();
        answersToBlocks.countDown();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(client);
                sockets.add(behind);
                Connection connection = new Connection(client, behind);
                Thread.ofVirtual().start(connection::ask);
                Thread.ofVirtual().start(connection::answer);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket behind;
        private volatile boolean storing;
        private volatile boolean doomed;

        Connection(Socket client, Socket behind) {
            this.client = client;
            this.behind = behind;
        }

        void ask() {
            pump(client, behind, bytes -> {
                String question = new String(bytes, StandardCharsets.ISO_8859_1);
                if (question.contains("\2insert\0")) {
                    storing = question.contains("\2insert\0\7\0\0\0blocks\0");
                    doomed = lose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                }
            });
        }

        void answer() {
            pump(behind, client, bytes -> {
                answers.await();
                if (storing) {
                    answersToBlocks.await();
                    storing = false;
                }
                if (doomed) {
                    client.close();
                    behind.close();
                }
            });
        }
    }

    private interface Look {
        void at(byte[] bytes) throws IOException, InterruptedException;
    }

    private static void pump(Socket from, Socket to, Look look) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                look.at(Arrays.copyOf(buffer, read));
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // cut
        }
    }

    @Override
    public void close() {
        releaseAnswers();
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
