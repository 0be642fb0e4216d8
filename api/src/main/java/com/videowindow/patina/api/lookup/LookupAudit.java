package com.videowindow.patina.api.lookup;

import com.videowindow.patina.domain.SubjectId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands before every address for officers. One that does not say what is looked at there answers nobody. */
@Component
final class LookupAudit implements HandlerInterceptor, WebMvcConfigurer {
    static final String ADDRESSES = "/api/v1/compliance/**";
    /** The rest of the audit tells of the log as a whole. */
    static final List<String> PROOFS = List.of("/api/v1/audit/events/**", "/api/v1/audit/proof");

    private final Lookups lookups;
    private final ApplicationContext beans;

    LookupAudit(Lookups lookups, ApplicationContext beans) {
        this.lookups = lookups;
        this.beans = beans;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ADDRESSES).addPathPatterns(PROOFS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod address) || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        LooksUp look = address.getMethodAnnotation(LooksUp.class);
        if (look == null) {
            throw new IllegalStateException(address + " does not say what is looked at");
        }
        if (look.whose() != Whose.Told.class) {
            Optional<SubjectId> subject = beans.getBean(look.whose()).of(path(request));
            lookups.write(request, look.value(), subject.orElse(null));
        }
        return true;
    }

    private static Map<String, String> path(HttpServletRequest request) {
        Map<String, String> said = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> said.put(name, values[0]));
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> said.put(String.valueOf(name), String.valueOf(value)));
        }
        return said;
    }
}
