package com.videowindow.patina.api.messaging;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads our words in addresses as they are read in bodies: {@code add_to_cart} and {@code add-to-cart} alike. */
@Component
final class Words implements WebMvcConfigurer {

    @Override
    @SuppressWarnings("rawtypes") // what a converter of all enums is to Spring
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new ConverterFactory<String, Enum>() {
            @Override
            public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
                return text -> find(type, text);
            }
        });
    }

    @SuppressWarnings("rawtypes")
    private static <E extends Enum> E find(Class<E> type, String text) {
        String wanted = text.replace('-', '_').toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("is not a known word");
    }
}
