package com.videowindow.patina.domain.consent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person can set about all uses of their data at once. All are off until somebody sets them. */
public enum Control {
    /** Personal data is not sold (California Civil Code 1798.120). */
    SALE_OPT_OUT("SaleOptOut"),
    /** Personal data is not shared for advertising across contexts (the same). */
    SHARING_OPT_OUT("SharingOptOut"),
    /** Only what the service needs is done with what may be sensitive (1798.121): free text is not kept. */
    LIMIT_USE("SensitiveDataProcessing"),
    /** Recommendations are not based on profiling (Regulation (EU) 2022/2065, article 38). */
    NON_PROFILING(null),
    /** The person is a minor: only what a guardian allowed counts (GDPR, article 8). */
    MINOR(null);

    private final @Nullable String gpp;

    Control(@Nullable String gpp) {
        this.gpp = gpp;
    }

    /** Its field in the sections for the United States of the IAB's Global Privacy Platform; absent where it has none. */
    public Optional<String> gpp() {
        return Optional.ofNullable(gpp);
    }

    /** Whether the signal Global Privacy Control asks for it. */
    public boolean isAskedForByGpc() {
        return this == SALE_OPT_OUT || this == SHARING_OPT_OUT;
    }
}
