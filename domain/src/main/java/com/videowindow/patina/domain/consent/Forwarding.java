package com.videowindow.patina.domain.consent;

/** A way in which data about people may be handed to others (California Civil Code 1798.120), and the opt-out from it. */
public enum Forwarding {
    SALE(Control.SALE_OPT_OUT),
    /** For advertising across contexts. */
    SHARING(Control.SHARING_OPT_OUT);

    private final Control optOut;

    Forwarding(Control optOut) {
        this.optOut = optOut;
    }

    public Control optOut() {
        return optOut;
    }
}
