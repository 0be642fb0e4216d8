package com.videowindow.patina.eventlog.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What an operator has to put right is told in words, not in a stack trace. */
final class UnusableMasterAnalyzer extends AbstractFailureAnalyzer<UnusableMaster> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableMaster cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
    }
}
