package com.videowindow.patina.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;

/**
 * Clears what a killed process left behind: a part that was written but is in no version. The next part gets the same
 * number, and H2, when it has to recover once more, may take the one for the other and silently lose what was kept. So at
 * every opening, the head of each part outside the current version is wiped. Cost: one short read per free block.
 */
final class Remains {
    private static final int BLOCK = 4096;
    private static final int HEADS = 2;
    private static final byte[] MARK = "chunk:".getBytes(StandardCharsets.US_ASCII);

    private Remains() {}

    static void clear(MVStore store, String file) {
        // The newest part is listed only by the one after it, so there must be one after it, named in the head.
        store.<String, Long>openMap("opened").put("version", store.getCurrentVersion());
        new GroupCommit(store).durably(() -> null);
        try (FileChannel channel = FilePath.get(file).open("rw")) {
            BitSet used = used(store, channel);
            long blocks = channel.size() / BLOCK;
            for (int block = used.nextClearBit(HEADS); block < blocks; block = used.nextClearBit(block + 1)) {
                if (startsPart(channel, block)) channel.write(ByteBuffer.allocate(BLOCK), (long) block * BLOCK);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BitSet used(MVStore store, FileChannel channel) throws IOException {
        BitSet used = new BitSet();
        for (Map.Entry<String, String> entry : store.getLayoutMap().entrySet()) {
            if (entry.getKey().startsWith("chunk.")) mark(used, DataUtils.parseMap(entry.getValue()));
        }
        int newest = store.getStoreHeader().get("block") instanceof Number block ? block.intValue() : HEADS;
        String head =
                StandardCharsets.ISO_8859_1.decode(read(channel, newest, 1024)).toString();
        Map<String, String> part =
                DataUtils.parseMap(head.substring(0, head.indexOf('\n')).strip());
        part.put("block", Integer.toHexString(newest));
        mark(used, part);
        return used;
    }

    private static void mark(BitSet used, Map<String, String> part) {
        int from = Integer.parseInt(part.getOrDefault("block", "0"), 16);
        used.set(from, from + Integer.parseInt(part.getOrDefault("len", "0"), 16));
    }

    private static boolean startsPart(FileChannel channel, int block) throws IOException {
        return read(channel, block, MARK.length).equals(ByteBuffer.wrap(MARK));
    }

    private static ByteBuffer read(FileChannel channel, int block, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.read(bytes, (long) block * BLOCK);
        return bytes.flip();
    }
}
