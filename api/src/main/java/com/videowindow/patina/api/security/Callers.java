package com.videowindow.patina.api.security;

import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a controller the {@link Caller}. */
@Component
public final class Callers implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final SubjectDirectory directory;
    private final Erasures erasures;

    Callers(SubjectDirectory directory, Erasures erasures) {
        this.directory = directory;
        this.erasures = erasures;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current();
    }

    /** Who sent the request that this thread is at. */
    public Caller current() {
        Authentication token = SecurityContextHolder.getContext().getAuthentication();
        if (token == null) {
            throw new IllegalStateException("A personal address without a rule that asks for a token");
        }
        return of(new PlatformUserId(token.getName()));
    }

    /** Somebody for whom another speaks. */
    public Caller of(PlatformUserId user) {
        return new Caller(directory, user, erasures);
    }
}
