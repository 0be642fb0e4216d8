package com.videowindow.patina.api.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.query.catalog.FindTaxonomy;
import com.videowindow.patina.query.commerce.FindOrders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

/** What does not say for what it uses people's data is not carried. */
class NamedUsesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();

    NamedUsesTest() {
        bus.registerDispatchInterceptor(new NamedUses<>(meters));
        for (Class<?> question : new Class<?>[] {FindOrders.class, FindTaxonomy.class, ReadEverything.class}) {
            bus.subscribe(question.getName(), String.class, message -> "answered");
        }
    }

    private record ReadEverything(SubjectId subject) {}

    private String ask(Object question) throws Exception {
        return bus.query(new GenericQueryMessage<>(question, ResponseTypes.instanceOf(String.class)))
                .get()
                .getPayload();
    }

    @Test
    void what_names_no_purpose_is_refused_and_counted() {
        ReadEverything unnamed = new ReadEverything(new SubjectId(new UUID(1, 2)));

        assertThatThrownBy(() -> ask(unnamed)).hasMessageContaining("ReadEverything names no purpose");
        assertThat(meters.counter("patina.uses.refused").count()).isEqualTo(1);
    }

    @Test
    void what_does_is_answered_and_counted_by_it() throws Exception {
        assertThat(ask(new FindOrders(new SubjectId(new UUID(1, 2)), null, 10))).isEqualTo("answered");
        assertThat(ask(new FindTaxonomy())).isEqualTo("answered");

        assertThat(meters.counter("patina.uses", "purpose", "contract", "basis", "contract")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("patina.uses", "purpose", "none", "basis", "none")
                        .count())
                .isEqualTo(1);
    }
}
