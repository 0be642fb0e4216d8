package com.videowindow.patina.api.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.interest.Facet;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of this interface (OpenAPI 3.1), made from the code, so that it cannot be wrong about it. */
@Configuration(proxyBeanMethods = false)
class Described {

    private static final String PROBLEM = "application/problem+json";

    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(Facet.class, new StringSchema().example("technique:dovetail"))
                .replaceWithSchema(Currency.class, currency());
        return new OpenAPI()
                .info(new Info()
                        .title("Patina")
                        .version("1")
                        .description("What a viewer cares about, what next, and why."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description(
                                                "Names who it is in sub, and what they may do in roles. Of creators it names"
                                                        + " in creator the public handle that they publish under, which is"
                                                        + " never the sub.")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    private static Schema<?> currency() {
        return new StringSchema().pattern("[A-Z]{3}").description("ISO 4217").example("EUR");
    }

    /** Value objects are described as the bare values they are written as. */
    @Bean
    ModelResolver ourWords(ObjectMapper json) {
        return new ModelResolver(json).openapi31(true);
    }

    /** Constants stand in the description as they are written. */
    @Bean
    OpenApiCustomizer constants() {
        return description -> {
            description.getComponents().getSchemas().values().forEach(Described::writeConstants);
            description.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .filter(operation -> operation.getParameters() != null)
                    .flatMap(operation -> operation.getParameters().stream())
                    .forEach(parameter -> writeConstants(parameter.getSchema()));
        };
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // as the library has them
    private static void writeConstants(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getEnum() != null) {
            schema.setEnum(schema.getEnum().stream().map(Described::written).toList());
            if (schema.getDefault() != null) {
                schema.setDefault(written(schema.getDefault()));
            }
        }
        writeConstants(schema.getItems());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> writeConstants((Schema) each));
        }
    }

    private static Object written(Object constant) {
        String name = String.valueOf(constant);
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** The same word means the same wherever it stands. */
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry(
                    "after",
                    "A position of the log: waits up to a second until it is seen, or marks the answer as stale."),
            Map.entry(
                    "pool",
                    "What to choose from, separated by commas: content ids, and facet:kind:value, of which one must fit."),
            Map.entry(
                    "context", "A name for where the list is shown, for example home: kept in its trail, and no more."),
            Map.entry(
                    "exclude", "Content that is not to be offered: ids, repeated or separated by commas, at most 200."),
            Map.entry(
                    "facets",
                    "What all items must have, as kind:value, repeated or separated by commas, at most 100: of one kind"
                            + " any of them, of each kind that is named one."),
            Map.entry("language", "The language of the content; what names none is for everybody."),
            Map.entry(
                    "maxDuration",
                    "How long an item may last, for example PT20M; what names no duration does not pass."),
            Map.entry(
                    "surface",
                    "The kind of place where the list is shown, by which it is ranked: what is related to what the place"
                            + " is about stands higher."),
            Map.entry(
                    "about",
                    "The content that was watched (after_watch), or the product on whose page it is (product)."),
            Map.entry(
                    "continues",
                    "The id of the list of which this is the next page. It repeats nothing of the pages before; all but"
                            + " the limit is taken from them."),
            Map.entry(
                    "budget",
                    "Milliseconds that ranking may take, at most what the node allows (150 as it comes): when they are over, the"
                            + " list is of the candidates that were looked at, the popular and the new first."),
            Map.entry("limit", "The most entries of an answer."),
            Map.entry("cursor", "The next of an earlier page."),
            Map.entry("algorithm", "Which sources: what similar people like, what is alike, or both."),
            Map.entry("Idempotency-Key", "The same request again under the same key is done once."),
            Map.entry("If-Match", "The revision that is to be changed, as its ETag was given, or *."),
            Map.entry("If-None-Match", "ETags of answers that are known already, or *."),
            Map.entry(
                    "purpose",
                    "What the data is used for: personalization, training, analytics, experiments, or what officers"
                            + " defined."));

    @Bean
    OpenApiCustomizer parameters() {
        return description -> description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> PARAMETERS.containsKey(parameter.getName()))
                .forEach(parameter -> parameter.setDescription(PARAMETERS.get(parameter.getName())));
    }

    /** Whatever goes wrong is answered in one form. */
    @Bean
    OpenApiCustomizer problems() {
        return description -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach((name, schema) -> {
                writeConstants(schema);
                description.getComponents().addSchemas(name, schema);
            });
            ApiResponse problem = new ApiResponse()
                    .description("A problem, by its type")
                    .content(new Content()
                            .addMediaType(
                                    PROBLEM,
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            description.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default", problem));
        };
    }
}
