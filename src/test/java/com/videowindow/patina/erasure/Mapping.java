package com.videowindow.patina.erasure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A part of a process's memory that is a part of a file, as a line of {@code /proc/PID/maps} has it.
 *
 * @param file which one, by device and number, which it keeps when it is deleted
 * @param name as it was when it was mapped
 */
record Mapping(long from, long to, String file, String name) {
    private static final int COLUMNS = 6;
    private static final int NAME = 5;

    /** Nothing, where it is no file's. */
    static Stream<Mapping> of(String line) {
        String[] columns = line.split("\\s+", COLUMNS);
        if (columns.length < COLUMNS || !columns[NAME].startsWith("/")) {
            return Stream.empty();
        }
        String[] range = columns[0].split("-", 2);
        return Stream.of(new Mapping(
                Long.parseUnsignedLong(range[0], 16),
                Long.parseUnsignedLong(range[1], 16),
                columns[3] + ' ' + columns[4],
                columns[NAME]));
    }

    /** The whole file, of which a part is mapped; where opening it takes an administrator, that part. */
    byte[] read(Path process) throws IOException {
        Path held = process.resolve("map_files").resolve(Long.toHexString(from) + '-' + Long.toHexString(to));
        try {
            return Files.readAllBytes(held);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException notAllowed) {
            return readInMemory(process);
        }
    }

    /** As far as there is something: behind the end of a file there is no memory either. */
    byte[] readInMemory(Path process) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        try (RandomAccessFile memory =
                new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            memory.seek(from);
            long left = to - from;
            int count = 1;
            while (left > 0 && count > 0) {
                count = memory.read(some, 0, (int) Math.min(left, some.length));
                read.write(some, 0, Math.max(count, 0));
                left -= count;
            }
        } catch (IOException e) {
            if (read.size() == 0) {
                throw e;
            }
        }
        return read.toByteArray();
    }
}
