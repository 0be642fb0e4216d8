package com.videowindow.patina.api.lookup;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** An address that was to say about whom it is, and did not, answers nobody. */
@RestControllerAdvice
final class NothingUntold implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        LooksUp look = returned.getMethodAnnotation(LooksUp.class);
        return look != null && look.whose() == Whose.Told.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        boolean written = request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getAttribute(Lookups.WRITTEN) != null;
        if (!written) {
            throw new IllegalStateException(returned.getMethod() + " does not say about whom it is");
        }
        return body;
    }
}
