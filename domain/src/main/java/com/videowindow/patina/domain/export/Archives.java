package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where archives rest, in pieces that all nodes reach. The pieces are encrypted once more, under a key of this archive that
 * is destroyed with it, so that what files of the store still hold of removed pieces leads nowhere.
 *
 * <p>All of it throws {@link com.videowindow.patina.domain.audit.LogUnavailable} while the store does not answer.
 */
public interface Archives {
    /**
     * How far an archive is, by whoever makes it.
     *
     * @param archive absent until it is finished
     */
    record Standing(
            ExportId export,
            SubjectId subject,
            Instant begun,
            long done,
            long total,
            @Nullable ArchiveSummary archive) {}

    /**
     * Keeps the password for whoever makes the archive; durable before it answers. Whoever begins it again is told the one
     * that was kept first, since no other opens it.
     *
     * @return absent once it is finished, since nobody but its person has it then
     */
    Optional<char[]> begin(ExportId export, SubjectId subject, char[] password, Instant at);

    /**
     * Takes the making upon the caller, unless somebody else has it, or it is finished. What a former one left of it is
     * removed.
     *
     * @param lease after which another may take over, unless the caller went on writing
     */
    Optional<Draft> claim(ExportId export, Instant now, Duration lease);

    Optional<Standing> standing(ExportId export);

    /** All of them, whatever the log says about them. */
    List<Standing> all();

    /** Destroys the password, which only its person has from here on; done twice it changes nothing. */
    void forgetPassword(ExportId export);

    /** Reads a finished archive piece by piece; absent where there is none. */
    Optional<InputStream> open(ExportId export);

    /**
     * Removes archives with their keys, and makes useless what files still hold of these; done twice it changes nothing.
     */
    void remove(Collection<ExportId> exports);

    /** An archive that is being made. */
    interface Draft extends AutoCloseable {
        /** How often it was begun, with this time. */
        int attempt();

        char[] password();

        /** Takes the archive, encrypted already; its writing throws {@link Overtaken} when it is not wanted any more. */
        OutputStream out();

        /** Tells those who wait. @throws Overtaken when it is not wanted any more */
        void progress(long done, long total);

        /** It is whole: durable before it answers. @throws Overtaken likewise */
        void finish(ArchiveSummary summary);

        /** What was needed is away: this try does not count. */
        void postpone();

        /** Removes what was written, unless it is finished. */
        @Override
        void close();
    }

    /** Somebody else makes it now, or nobody is to. */
    final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Overtaken() {
            super("this archive is made by somebody else, or not wanted any more", null, false, false);
        }
    }
}
