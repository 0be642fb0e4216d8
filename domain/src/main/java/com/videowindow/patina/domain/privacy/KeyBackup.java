package com.videowindow.patina.domain.privacy;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a copy of the log never holds, in a file of its own under a recovery key: the home's secrets, the map from the
 * platform's users to subjects, and which events read models go without. Without it a restored log speaks of people whom nobody knows any more.
 */
public interface KeyBackup {

    /**
     * What became of one part's entries.
     *
     * @param added were not here, or as they were before
     * @param same were here already
     * @param kept are here in another way, and stay as they are here
     */
    record Outcome(long added, long same, long kept) {
        public static final Outcome NOTHING = new Outcome(0, 0, 0);

        public Outcome plus(Outcome other) {
            return new Outcome(added + other.added, same + other.same, kept + other.kept);
        }
    }

    /**
     * Writes the file, complete when it becomes visible, never over another, its owner's alone.
     *
     * @return how many entries each part has, by its name
     * @throws IllegalStateException when there is nothing to keep
     */
    Map<String, Long> export(Path file, char[] recoveryKey);

    /**
     * Adds what is not here, and what has changed or ended since. The whole file is read and compared before the first change; done twice it changes nothing.
     *
     * @throws IllegalStateException when the recovery key is another, the file is not whole, or this home has other keys
     */
    Map<String, Outcome> restore(Path file, char[] recoveryKey);
}
