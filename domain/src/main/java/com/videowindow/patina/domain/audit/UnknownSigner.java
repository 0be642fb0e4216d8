package com.videowindow.patina.domain.audit;

/** The log was last signed with a key that is not known here: it must be named as a former one, or be used, first. */
public class UnknownSigner extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnknownSigner(String signers) {
        super("the log was last signed by " + signers
                + ", which this home does not know: set PATINA_LOG_CHECKPOINT_KEY, or name it as former"
                + " (PATINA_LOG_CHECKPOINT_FORMER)");
    }
}
