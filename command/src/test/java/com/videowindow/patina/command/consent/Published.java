package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.Purpose;
import java.util.ArrayList;
import java.util.List;

/** These were published, and no others. */
final class Published implements Policies {
    private final List<PolicyPublished> all = new ArrayList<>();

    void add(PolicyPublished policy) {
        all.add(policy);
    }

    @Override
    public List<PolicyPublished> of(Purpose purpose) {
        return all.stream().filter(policy -> policy.purpose().equals(purpose)).toList();
    }
}
