package com.videowindow.patina.domain.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people are asked: the purposes that were defined and the policies that were published, as this node knows them, in
 * memory. For a purpose of the engine without definition and policy, every version that a client names is taken: what it
 * says is in the client's books alone.
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

    /** The ways in which it handed data to others at this time. */
    default List<Forwarding> forwards(Purpose purpose, Instant at) {
        return definition(purpose, at).map(PurposeDefined::forwards).orElse(List.of());
    }

    /** Whether people could be asked for it at this time. */
    default boolean isOffered(Purpose purpose, Instant at) {
        return definition(purpose, at).map(PurposeDefined::offered).orElseGet(purpose::isOwn);
    }

    /** Since when people could be asked for it without a break; always, where nobody defined it otherwise. */
    default Instant offeredSince(Purpose purpose, Instant at) {
        Instant since = Instant.MIN;
        boolean offered = purpose.isOwn();
        for (PurposeDefined one : definitions(purpose)) {
            if (!one.at().isAfter(at)) {
                since = one.offered() && !offered ? one.at() : since;
                offered = one.offered();
            }
        }
        return since;
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
     * Whether a consent under this version still counts at this time: the purpose means now what it did when the version was
     * published, and no later version asked for renewal by then. One that was never published is older than all.
     */
    default boolean accepts(Purpose purpose, PolicyVersion version, Instant at) {
        Instant published = find(purpose, version).map(PolicyPublished::at).orElse(Instant.MIN);
        return !isRedefined(purpose, published, at) && !isToRenew(purpose, version, at);
    }

    private boolean isRedefined(Purpose purpose, Instant since, Instant at) {
        return definitions(purpose).stream()
                .anyMatch(one -> !one.keepsConsents()
                        && one.at().isAfter(since)
                        && !one.at().isAfter(at));
    }

    private boolean isToRenew(Purpose purpose, PolicyVersion version, Instant at) {
        List<PolicyPublished> all = of(purpose);
        for (int i = all.size() - 1; i >= 0; i--) {
            PolicyPublished policy = all.get(i);
            if (policy.version().equals(version)) {
                return false;
            }
            if (policy.renewBy() != null && !at.isBefore(policy.renewBy())) {
                return true;
            }
        }
        return false;
    }
}
