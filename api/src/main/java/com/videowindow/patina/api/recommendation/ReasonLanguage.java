package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.query.recommendation.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a request is one that we have, so that what is told can be labelled with it. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
final class ReasonLanguage implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Languages.best(String.join(",", Collections.list(request.getHeaders("Accept-Language"))));
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        throw new UnsupportedOperationException("A request says itself what it wants");
    }
}
