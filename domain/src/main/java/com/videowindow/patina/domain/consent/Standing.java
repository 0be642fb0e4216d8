package com.videowindow.patina.domain.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one person allows, and what they set: the fold of their consent events, the same wherever it is asked, and the one
 * place that says when data may be used under a consent.
 *
 * @param purposes that something is known of
 * @param controls that were ever set
 */
public record Standing(Map<Purpose, PurposeStanding> purposes, Map<Control, ControlStanding> controls) {
    public static final Standing NONE = new Standing(Map.of(), Map.of());

    public Standing after(ConsentEvent event) {
        return switch (event) {
            case PurposeEvent about ->
                new Standing(with(purposes, about.purpose(), of(about.purpose()).after(about)), controls);
            case ControlChanged changed ->
                new Standing(
                        purposes,
                        with(
                                controls,
                                changed.control(),
                                ControlStanding.after(controls.get(changed.control()), changed)));
        };
    }

    private static <K extends Comparable<? super K>, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        Map<K, V> changed = new TreeMap<>(before);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }

    public PurposeStanding of(Purpose purpose) {
        return purposes.getOrDefault(purpose, PurposeStanding.NONE);
    }

    public boolean isOn(Control control) {
        ControlStanding set = controls.get(control);
        return set != null && set.on();
    }

    /** Whether a request with the signal changes anything. */
    public boolean isToHeedGpc(Control control) {
        ControlStanding set = controls.get(control);
        return control.isAskedForByGpc() && (set == null || set.heedsGpc());
    }

    /** Whether data may be used so at this time. */
    public boolean permits(Purpose purpose, Policies policies, Instant now) {
        return isOpen(purpose)
                && policies.isOffered(purpose, now)
                && !isOver(purpose, policies, now)
                && policies.forwards(purpose, now).stream().allMatch(this::mayForward);
    }

    /** Purposes that were allowed, and that this control stands against as long as it is on: they hand data on in its way. */
    public List<Purpose> overruledBy(Control control, Policies policies, Instant now) {
        return !isOn(control)
                ? List.of()
                : purposes.keySet().stream()
                        .filter(this::isOpen)
                        .filter(purpose ->
                                policies.forwards(purpose, now).stream().anyMatch(way -> way.optOut() == control))
                        .toList();
    }

    /** Of a minor it would take an opt-in (California Civil Code 1798.120(c)), which nobody is asked for. */
    private boolean mayForward(Forwarding way) {
        return !isOn(way.optOut()) && !isOn(Control.MINOR);
    }

    /** Whether it was given by who may give it, and nobody stands against it; time and policies are asked elsewhere. */
    public boolean isOpen(Purpose purpose) {
        PurposeStanding standing = of(purpose);
        return standing.isOpen() && (!isOn(Control.MINOR) || standing.byGuardian());
    }

    /** Whether a given consent has run out, or was to be renewed under a newer policy and was not. */
    public boolean isOver(Purpose purpose, Policies policies, Instant now) {
        PurposeStanding standing = of(purpose);
        return standing.status().permits()
                && (isPast(standing.expires(), now)
                        || (standing.policy() != null && !policies.accepts(purpose, standing.policy(), now)));
    }

    private static boolean isPast(@Nullable LocalDate expires, Instant now) {
        return expires != null
                && !now.isBefore(expires.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
