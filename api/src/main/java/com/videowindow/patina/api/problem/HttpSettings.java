package com.videowindow.patina.api.problem;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the door lets in.
 *
 * @param maxBody of a request
 * @param maxImport of a request that imports
 * @param corsOrigins whose pages may call from a browser; none by default
 */
@ConfigurationProperties("patina.http")
record HttpSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("16MB") DataSize maxImport,
        @DefaultValue List<String> corsOrigins) {}
