package com.videowindow.patina.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every setting that the code knows, under the names of the environment variables that Spring Boot reads it from. */
final class Settings {
    private static final Path DEFAULTS = Path.of("..", "..", "api", "src", "main", "resources", "application.yaml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(PATINA_\\w+)");
    private static final Pattern WORD = Pattern.compile("([A-Z])");
    private static final Pattern OWN = Pattern.compile("(?m)^ {2}([a-z-]+):");

    private Settings() {}

    static List<String> asVariables() {
        return Stream.concat(ofRecords(), ofDefaults()).distinct().toList();
    }

    private static Stream<String> ofRecords() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("com.videowindow.patina").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .flatMap(name -> Stream.of(name, WORD.matcher(name).replaceAll("_$1"))
                                .map(spelled -> variable(prefix(type) + "." + spelled))));
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    /** The settings under {@code patina:} and the variables named outright. */
    private static Stream<String> ofDefaults() {
        try {
            String text = Files.readString(DEFAULTS);
            String own = text.substring(text.indexOf("patina:"), text.indexOf("\nserver:"));
            return Stream.concat(
                    VARIABLE.matcher(text).results().map(match -> match.group(1)),
                    OWN.matcher(own).results().map(match -> variable("patina." + match.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
