package com.videowindow.patina.api.lookup;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes what every look-up takes. */
@Component
final class LookupHeaders implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod address) {
        if (address.hasMethodAnnotation(LooksUp.class)) {
            operation
                    .addParametersItem(header(Lookups.REASON, "Why it is looked at: " + Lookups.words() + "."))
                    .addParametersItem(header(Lookups.CASE, "The case in the operator's own books."));
        }
        return operation;
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).schema(new StringSchema());
        return header;
    }
}
