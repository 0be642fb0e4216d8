package com.videowindow.patina.api.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param perDay exports that may be asked for about one person within 24 hours; what failed does not count */
@ConfigurationProperties("patina.export")
record ExportLimits(@DefaultValue("5") int perDay) {
    ExportLimits {
        if (perDay < 1) {
            throw new IllegalArgumentException("patina.export.per-day must be at least 1");
        }
    }
}
