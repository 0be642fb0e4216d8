package com.videowindow.patina.command.request;

import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.command.export.ExportCommand.RecordRemoved;
import com.videowindow.patina.command.part.PartCommand.CancelPart;
import com.videowindow.patina.command.request.RequestCommand.DenyRequest;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;

/** Deny what the engine carries out, and stop it: both, or neither where it is too far. Answers the request's id. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record DenyAndStop(DenyRequest denial, Stop stop) {

    /** What the engine is to leave. */
    public sealed interface Stop {

        record OfErasure(CancelErasure command) implements Stop {}

        record OfPart(CancelPart command) implements Stop {}

        record OfExport(RecordRemoved command) implements Stop {}
    }
}
