package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published policies, in memory: there are few, and every decision asks for them. */
@Component
final class KnownPolicies implements Policies, MemoryView {
    private final Map<Purpose, List<PolicyPublished>> published = new ConcurrentHashMap<>();

    @Override
    public List<PolicyPublished> of(Purpose purpose) {
        return published.getOrDefault(purpose, List.of());
    }

    @Override
    public boolean concerns(Class<?> event) {
        return event == PolicyPublished.class;
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        PolicyPublished policy = (PolicyPublished) event.event();
        published.compute(policy.purpose(), (purpose, before) -> with(before, policy));
    }

    @Override
    public void onOwn(Positioned event) {
        on(event);
    }

    /** Once, in the order of their times, which one stream has in order. */
    private static List<PolicyPublished> with(@Nullable List<PolicyPublished> before, PolicyPublished policy) {
        List<PolicyPublished> all = new ArrayList<>(before == null ? List.of() : before);
        if (all.stream().noneMatch(known -> known.version().equals(policy.version()))) {
            int place = all.size();
            while (place > 0 && all.get(place - 1).at().isAfter(policy.at())) {
                place--;
            }
            all.add(place, policy);
        }
        return List.copyOf(all);
    }
}
