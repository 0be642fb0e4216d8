package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.SignedOtherwise;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A restore that has to go on before a server can start is told in one sentence, not in a stack trace. */
final class SignedOtherwiseAnalyzer extends AbstractFailureAnalyzer<SignedOtherwise> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, SignedOtherwise cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
    }
}
