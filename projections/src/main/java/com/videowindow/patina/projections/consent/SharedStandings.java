package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.Standing;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * One object for all people who stand the same: there are few policies and purposes and some hundred days on which consents
 * end, so that millions of people share some thousands of them. Those of nobody go by themselves.
 */
final class SharedStandings {
    private final Map<Standing, WeakReference<Standing>> known = new WeakHashMap<>();

    synchronized Standing shared(Standing standing) {
        WeakReference<Standing> reference = known.get(standing);
        Standing first = reference == null ? null : reference.get();
        if (first == null) {
            known.put(standing, new WeakReference<>(standing));
            return standing;
        }
        return first;
    }
}
