package com.videowindow.patina.api.messaging;

import com.videowindow.patina.domain.privacy.AboutNobody;
import com.videowindow.patina.domain.privacy.Families;
import com.videowindow.patina.domain.privacy.Uses;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Lets no command and no question on its way that does not name the purpose of what it does with people's data and its
 * lawful basis, and counts those that do by both.
 */
final class NamedUses<T extends Message<?>> implements MessageDispatchInterceptor<T> {
    private final Map<Class<?>, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    NamedUses(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public BiFunction<Integer, T, T> handle(List<? extends T> messages) {
        return (index, message) -> {
            counters.computeIfAbsent(message.getPayloadType(), this::counter).increment();
            return message;
        };
    }

    private Counter counter(Class<?> message) {
        Optional<Uses> uses = Families.find(message, Uses.class);
        if (uses.isEmpty() && Families.find(message, AboutNobody.class).isEmpty()) {
            meters.counter("patina.uses.refused").increment();
            throw new IllegalArgumentException(message.getName() + " names no purpose and is not carried");
        }
        return meters.counter(
                "patina.uses",
                "purpose",
                uses.map(use -> written(use.purpose())).orElse("none"),
                "basis",
                uses.map(use -> written(use.basis())).orElse("none"));
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
