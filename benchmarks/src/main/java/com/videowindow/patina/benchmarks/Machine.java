package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What a measurement ran on; without it a figure says little. */
public final class Machine {

    private Machine() {}

    public static ObjectNode json() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Api.JSON
                .createObjectNode()
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("memoryMiB", system.getTotalMemorySize() >> 20)
                .put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"))
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }
}
