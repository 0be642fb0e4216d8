package com.videowindow.patina.domain.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people are asked: the purposes that were defined and the policies that were published, as this node knows them, in
 * memory. For a purpose without a policy, every version that a client names is taken: what it says is in the client's books
 * alone.
 */
public interface Policies {

    /** Those of a purpose, oldest first. */
    List<PolicyPublished> of(Purpose purpose);

    /** The definitions of a purpose, oldest first; the engine's own purposes can do without. */
    default List<PurposeDefined> definitions(Purpose purpose) {
        return List.of();
    }

    /** The engine's own purposes, then those that were defined, by name. */
    default List<Purpose> purposes() {
        return Purpose.OWN;
    }

    /** Whether there is such a purpose, offered or not. */
    default boolean isKnown(Purpose purpose) {
        return purpose.isOwn() || !definitions(purpose).isEmpty();
    }

    /** What the purpose was at this time. */
    default Optional<PurposeDefined> definition(Purpose purpose, Instant at) {
        return definitions(purpose).reversed().stream()
                .filter(one -> !one.at().isAfter(at))
                .findFirst();
    }

    /** Whether people could be asked for it at this time. */
    default boolean isOffered(Purpose purpose, Instant at) {
        return definition(purpose, at).map(PurposeDefined::offered).orElseGet(purpose::isOwn);
    }

    /** The newest of a purpose. */
    default Optional<PolicyPublished> newest(Purpose purpose) {
        List<PolicyPublished> all = of(purpose);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** This version of a purpose's policy. */
    default Optional<PolicyPublished> find(Purpose purpose, PolicyVersion version) {
        return of(purpose).stream().filter(one -> one.version().equals(version)).findFirst();
    }

    /**
     * Whether a consent under this version still counts at this time: no later one asked for renewal by then. A version that
     * was never published is older than all.
     */
    default boolean accepts(Purpose purpose, PolicyVersion version, Instant at) {
        List<PolicyPublished> all = of(purpose);
        for (int i = all.size() - 1; i >= 0; i--) {
            PolicyPublished policy = all.get(i);
            if (policy.version().equals(version)) {
                return true;
            }
            if (policy.renewBy() != null && !at.isBefore(policy.renewBy())) {
                return false;
            }
        }
        return true;
    }
}
