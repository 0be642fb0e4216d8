package com.videowindow.patina.eventlog;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A wire between client and server of which nothing good can be said: what it carries comes late and in slices, and now and
 * then a connection is reset before a question reached the server, in the middle of one, after the server acted on it or in
 * the middle of the answer, or it falls silent before or after the server acted, and stays open. Sees whole messages, so
 * that each fate meets one question. The seed decides how often, not when: threads race for it.
 */
final class BadWire implements AutoCloseable {
    enum Fate {
        CARRIED,
        LATE,
        RESET_BEFORE,
        CUT_QUESTION,
        RESET_AFTER,
        CUT_ANSWER,
        SILENT_BEFORE,
        SILENT_AFTER
    }

    private static final int ONE_IN = 600;
    private static final int SILENT_ONE_IN = 3;
    private static final int LATE_ONE_IN = 40;
    private static final int MOST_MILLIS = 120;
    private static final int LARGEST_SLICE = 1_400;
    private static final int PAUSE_ONE_IN = 50;

    private final ServerSocket door;
    private final int server;
    private final Random random;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Fate, Integer> met = new ConcurrentHashMap<>();

    BadWire(String uri, long seed) throws IOException {
        server = URI.create(uri).getPort();
        random = new Random(seed);
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + door.getLocalPort();
    }

    /** How many questions met it so far. */
    int met(Fate fate) {
        return met.getOrDefault(fate, 0);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true); // or slices would be joined again
                behind.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(behind);
                Thread.ofVirtual().start(() -> carry(client, behind));
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** Drivers ask one question at a time on a connection, so that its answer is the next message back. */
    private void carry(Socket client, Socket behind) {
        try (client;
                behind) {
            DataInputStream questions = new DataInputStream(client.getInputStream());
            DataInputStream answers = new DataInputStream(behind.getInputStream());
            while (true) {
                byte[] question = message(questions);
                Fate fate = fate();
                met.merge(fate, 1, Integer::sum);
                if (!meets(fate, question, client, behind, answers)) {
                    return;
                }
                send(message(answers), client);
            }
        } catch (IOException e) {
            // cut from either side
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the server was asked and its answer is to be carried */
    private boolean meets(Fate fate, byte[] question, Socket client, Socket behind, DataInputStream answers)
            throws IOException, InterruptedException {
        switch (fate) {
            case CARRIED -> send(question, behind);
            case LATE -> {
                TimeUnit.MILLISECONDS.sleep(below(MOST_MILLIS));
                send(question, behind);
            }
            case RESET_BEFORE -> reset(client);
            case CUT_QUESTION -> {
                send(part(question), behind);
                reset(behind);
                reset(client);
            }
            case RESET_AFTER -> {
                asked(question, behind, answers);
                reset(client);
            }
            case CUT_ANSWER -> {
                send(part(asked(question, behind, answers)), client);
                reset(client);
            }
            case SILENT_BEFORE -> closed.await();
            case SILENT_AFTER -> {
                asked(question, behind, answers);
                closed.await();
            }
        }
        return fate == Fate.CARRIED || fate == Fate.LATE;
    }

    private byte[] asked(byte[] question, Socket behind, DataInputStream answers) throws IOException {
        send(question, behind);
        return message(answers);
    }

    private byte[] part(byte[] message) {
        return Arrays.copyOf(message, 1 + below(message.length - 1));
    }

    private Fate fate() {
        return switch (below(ONE_IN)) {
            case 0 -> Fate.RESET_BEFORE;
            case 1 -> Fate.RESET_AFTER;
            case 2 -> Fate.CUT_QUESTION;
            case 3 -> Fate.CUT_ANSWER;
            case 4 -> below(SILENT_ONE_IN) == 0 ? Fate.SILENT_BEFORE : Fate.LATE;
            case 5 -> below(SILENT_ONE_IN) == 0 ? Fate.SILENT_AFTER : Fate.LATE;
            default -> below(LATE_ONE_IN) == 0 ? Fate.LATE : Fate.CARRIED;
        };
    }

    private int below(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    private static byte[] message(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        ByteBuffer bytes =
                ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(bytes.array(), Integer.BYTES, length - Integer.BYTES);
        return bytes.array();
    }

    private void send(byte[] message, Socket to) throws IOException {
        OutputStream out = to.getOutputStream();
        for (int from = 0; from < message.length; ) {
            int slice = Math.min(message.length - from, 1 + below(LARGEST_SLICE));
            out.write(message, from, slice);
            out.flush();
            from += slice;
            if (from < message.length && below(PAUSE_ONE_IN) == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    /** Unlike closing, drops what is under way, and says so to the other side. */
    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        closed.countDown();
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
