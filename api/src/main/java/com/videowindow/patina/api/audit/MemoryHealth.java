package com.videowindow.patina.api.audit;

import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.audit.ProjectionStatus;
import com.videowindow.patina.domain.audit.ProjectionStatus.Layout;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * A node may serve once its memory has caught up with the log. A read side that is away does not take it out of service,
 * since memory goes on answering; it is told as {@code degraded}; and indices of another version of the program as {@code outdatedLayout}, until they
 * are rebuilt.
 */
@Component("views")
final class MemoryHealth implements HealthIndicator {

    private static final double BEHIND_SECONDS = 5;

    private final ProjectionProgress progress;

    MemoryHealth(ProjectionProgress progress) {
        this.progress = progress;
    }

    @Override
    public Health health() {
        List<ProjectionStatus> all = progress.all();
        List<String> troubled = all.stream()
                .filter(each -> !each.running() || each.error() != null)
                .map(ProjectionStatus::name)
                .toList();
        ProjectionStatus memory = all.stream()
                .filter(each -> each.name().equals("memory"))
                .findFirst()
                .orElseThrow();
        boolean ready = memory.running() && memory.lagSeconds() < BEHIND_SECONDS;
        Health.Builder health = ready ? Health.up() : Health.outOfService();
        if (memory.error() != null) {
            health.withDetail("memory", memory.error());
        }
        List<String> outdated = all.stream()
                .filter(each -> each.layout() == Layout.OUTDATED)
                .map(ProjectionStatus::name)
                .toList();
        if (!outdated.isEmpty()) {
            health.withDetail("outdatedLayout", outdated);
        }
        return health.withDetail("degraded", troubled).build();
    }
}
