package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.LogPosition;

/**
 * What an archive holds, without a word of it.
 *
 * @param through the end of the log up to which it tells everything
 * @param events of the log that are in it
 * @param forgotten events of the log that can no longer be read, and are counted only
 * @param bytes of the archive
 * @param sha256 of the archive, in hexadecimal digits
 */
public record ArchiveSummary(LogPosition through, long events, long forgotten, long bytes, String sha256) {}
