package com.videowindow.patina.cluster;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;

/** Watches who has which segment and how far it is, in the store itself. */
final class Tokens implements AutoCloseable {
    private static final Pattern INDEX = Pattern.compile("\"globalIndex\":(\\d+)");
    private static final long EVERY_MILLIS = 50;

    private final MongoDatabase database;
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Queue<String> moves = new ConcurrentLinkedQueue<>();
    private final Queue<String> fallen = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService eyes = Executors.newSingleThreadScheduledExecutor();

    Tokens(MongoDatabase database) {
        this.database = database;
        var unused = eyes.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            database.getCollection("trackingtokens").find().forEach(this::note);
        } catch (MongoException away) {
            fallen.add(away.toString());
        }
    }

    private void note(Document token) {
        if (!(token.get("token") instanceof Binary bytes)) {
            return;
        }
        Matcher index = INDEX.matcher(new String(bytes.getData(), StandardCharsets.UTF_8));
        if (!index.find()) {
            return;
        }
        String segment = token.getString("processorName") + ":" + token.getInteger("segment");
        long position = Long.parseLong(index.group(1));
        Long before = newest.put(segment, position);
        if (before != null && before > position) {
            fallen.add(segment + " fell from " + before + " to " + position);
        }
        String owner = token.getString("owner");
        if (owner != null) {
            String last = owners.put(segment, owner);
            if (last != null && !last.equals(owner)) {
                moves.add(segment + " from " + last + " to " + owner);
            }
        }
    }

    /** Segments that changed hands. */
    List<String> moves() {
        return List.copyOf(moves);
    }

    /** Positions that went back, which none may. */
    List<String> fallen() {
        return List.copyOf(fallen);
    }

    Map<String, Long> positions() {
        return Map.copyOf(newest);
    }

    @Override
    public void close() {
        eyes.close();
    }
}
