package com.videowindow.patina.domain.report;

import com.videowindow.patina.domain.report.GateFigures.Withdrawals;

/** Measures how long withdrawals take until this node knows of them. */
public interface WithdrawalEffects {

    /** Those since this was asked for the last time. */
    Withdrawals take();
}
