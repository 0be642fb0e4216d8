package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/**
 * A step of an export. Not sealed under the person's key: that a request was made and answered has to be shown also after
 * the person left (California Code of Regulations, title 11, 7101). It names the random subject, and says nothing that is
 * in the archive.
 */
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public sealed interface ExportEvent extends DomainEvent, Provable
        permits ExportRequested, ExportMade, ExportFailed, ExportDownloaded, ExportRemoved {
    ExportId export();

    SubjectId subject();

    /** The name of the stream of one person's exports in the log. */
    static String stream(SubjectId subject) {
        return "export/" + subject;
    }
}
