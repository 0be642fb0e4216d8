package com.videowindow.patina.api.export;

import com.videowindow.patina.api.problem.Turnstile;
import com.videowindow.patina.command.export.ExportCommand.RecordDownloaded;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Hands an archive out piece by piece, without taking up the place of a request while its person's line is slow. */
@Component
class ArchiveDownload {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveDownload.class);

    private final ExportDesk desk;
    private final Archives archives;

    ArchiveDownload(ExportDesk desk, Archives archives) {
        this.desk = desk;
        this.archives = archives;
    }

    void send(ExportProgress export, HttpServletRequest request, HttpServletResponse response) {
        ArchiveSummary summary = export.archive();
        if (export.state() != ExportState.READY || summary == null) {
            throw new Refused(new Refusal.ExportIs(export.state()));
        }
        InputStream archive = archives.open(export.export())
                .orElseThrow(() -> new Refused(new Refusal.ExportIs(ExportState.DELETED)));
        response.setContentType("application/zip");
        response.setContentLengthLong(summary.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"patina-export-" + export.export() + ".zip\"");
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        if (Turnstile.standAside(() -> isSent(archive, response))) {
            note(export);
        }
    }

    /** Who breaks off gets less than was announced, and knows it. */
    private static boolean isSent(InputStream archive, HttpServletResponse response) {
        try (archive) {
            archive.transferTo(response.getOutputStream());
            response.flushBuffer();
            return true;
        } catch (IOException e) {
            LOG.debug("An archive was not sent to its end", e);
            return false;
        }
    }

    private void note(ExportProgress export) {
        if (export.downloaded() == null) {
            try {
                desk.send(new RecordDownloaded(export.export(), export.subject(), Instant.now()));
            } catch (Refused removedMeanwhile) {
                LOG.debug("An archive was removed while it was fetched");
            }
        }
    }
}
