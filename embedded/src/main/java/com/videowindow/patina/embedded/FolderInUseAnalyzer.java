package com.videowindow.patina.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A folder in use is told in one sentence, not in a stack trace. */
final class FolderInUseAnalyzer extends AbstractFailureAnalyzer<FolderInUse> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, FolderInUse cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
    }
}
