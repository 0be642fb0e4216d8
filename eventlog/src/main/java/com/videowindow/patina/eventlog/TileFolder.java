package com.videowindow.patina.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A folder that any web server can offer as a log (C2SP {@code tlog-tiles}): the tree in tiles of 256 hashes, the entries
 * in bundles of 256, the checkpoint last, so that what it speaks of is there. An entry is the event's clear header and
 * its payload's hash; payloads stay at home. Full tiles never change and are not written again.
 */
final class TileFolder {
    private static final int WIDTH = 256;
    private static final int LONGEST_ENTRY = 0xffff;

    private final Path folder;
    private final List<List<Hash>> levels = new ArrayList<>();
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private long size;

    TileFolder(Path folder) {
        this.folder = folder;
    }

    long size() {
        return size;
    }

    /** Adds the events of a block, as long as the tree is smaller than this. */
    void add(Block block, long atMost) {
        for (LoggedEvent event : block.events()) {
            if (size < atMost) {
                byte[] entry = event.entry();
                if (entry.length > LONGEST_ENTRY || !event.leaf().equals(event.computedLeaf())) {
                    throw new BrokenChain(
                            block.number(), "event " + event.key() + " was changed, or has too much metadata");
                }
                entries.writeBytes(
                        ByteBuffer.allocate(2).putShort((short) entry.length).array());
                entries.writeBytes(entry);
                size++;
                add(0, event.leaf());
            }
        }
    }

    private void add(int level, Hash hash) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>(WIDTH));
        }
        List<Hash> tile = levels.get(level);
        tile.add(hash);
        if (tile.size() == WIDTH) {
            long number = (size >> (8 * (level + 1))) - 1;
            write("tile/" + level + '/' + path(number), bytes(tile));
            if (level == 0) {
                write("tile/entries/" + path(number), entries.toByteArray());
                entries.reset();
            }
            Hash root = Sections.of(tile);
            tile.clear();
            add(level + 1, root);
        }
    }

    /** Leaves the tiles that are not full, and the checkpoint. */
    void finish(String checkpoint) {
        for (int level = 0; level < levels.size(); level++) {
            List<Hash> tile = levels.get(level);
            String name = path(size >> (8 * (level + 1))) + ".p/" + tile.size();
            if (!tile.isEmpty()) {
                write("tile/" + level + '/' + name, bytes(tile));
            }
            if (level == 0 && !tile.isEmpty()) {
                write("tile/entries/" + name, entries.toByteArray());
            }
        }
        write("checkpoint", checkpoint.getBytes(StandardCharsets.UTF_8));
    }

    /** 1234067 is x001/x234/067. */
    private static String path(long number) {
        StringBuilder path = new StringBuilder(String.format("%03d", number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        return path.toString();
    }

    private static byte[] bytes(List<Hash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    private void write(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return; // a folder that another log was left in may have tiles of the same length
            }
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
