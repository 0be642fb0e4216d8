package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.audit.Provable;

/** What was asked, decided and done: it names places in the log, never what stood there. */
public sealed interface PartStep extends PartEvent, Provable
        permits PartErasureRequested,
                PartHidden,
                PartErasureCancelled,
                PartErasureHeld,
                PartErasureReleased,
                PartErasureStarted,
                PartKeysClosed,
                PartForgotten,
                PartErasureCertified,
                PartErasedWithWhole {}
