package com.videowindow.patina.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.videowindow.patina.domain.interest.Facet;
import java.io.Serial;
import java.time.Instant;

/** Teaches Jackson our value objects without an annotation in {@code domain}. */
final class DomainWords extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    DomainWords() {
        super("patina-domain-words");
        addSerializer(Facet.class, ToStringSerializer.instance);
        addDeserializer(Facet.class, new FacetReader());
        addDeserializer(Instant.class, new InstantReader());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new RecordRules());
        context.addDeserializers(new EnumReaders());
    }
}
