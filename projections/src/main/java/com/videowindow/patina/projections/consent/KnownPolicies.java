package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The purposes and the published policies, in memory: there are few, and every decision asks for them. */
@Component
final class KnownPolicies implements Policies, MemoryView {
    private final Map<Purpose, List<PolicyPublished>> published = new ConcurrentHashMap<>();
    private final Map<Purpose, List<PurposeDefined>> defined = new ConcurrentHashMap<>();

    @Override
    public List<PolicyPublished> of(Purpose purpose) {
        return published.getOrDefault(purpose, List.of());
    }

    @Override
    public List<PurposeDefined> definitions(Purpose purpose) {
        return defined.getOrDefault(purpose, List.of());
    }

    @Override
    public List<Purpose> purposes() {
        Stream<Purpose> others = defined.keySet().stream().filter(purpose -> !purpose.isOwn());
        return Stream.concat(Purpose.OWN.stream(), others.sorted()).toList();
    }

    @Override
    public boolean concerns(Class<?> event) {
        return event == PolicyPublished.class || event == PurposeDefined.class;
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        switch (event.event()) {
            case PolicyPublished policy ->
                published.compute(policy.purpose(), (purpose, before) -> with(before, policy));
            case PurposeDefined one -> defined.compute(one.purpose(), (purpose, before) -> with(before, one));
            default -> throw new IllegalArgumentException("is no concern of policies");
        }
    }

    /** Once, by version. */
    private static List<PurposeDefined> with(@Nullable List<PurposeDefined> before, PurposeDefined one) {
        Stream<PurposeDefined> others =
                before == null ? Stream.empty() : before.stream().filter(known -> known.version() != one.version());
        return Stream.concat(others, Stream.of(one))
                .sorted(Comparator.comparingInt(PurposeDefined::version))
                .toList();
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
