package com.videowindow.patina.api.messaging;

import com.videowindow.patina.api.problem.Unacceptable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what an address for officers does not ask for: {@code asof} in place of {@code asOf} would else be answered with
 * how things stand today, and nobody would see that it is another question.
 */
@Component
final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    private static final String ADDRESSES = "/api/v1/compliance/**";
    /** What is refused is looked at by nobody: it comes before look-ups are stored. */
    private static final int FIRST = -1;
    /** Anything else may be somebody's address or name, and is not said again. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{0,31}");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ADDRESSES).order(FIRST);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod address && request.getQueryString() != null) {
            Set<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
            Set<String> known = known(address);
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                String name = unknown.iterator().next();
                throw Unacceptable.field(WORD.matcher(name).matches() ? name : "query", why(known));
            }
        }
        return true;
    }

    private static String why(Set<String> known) {
        return known.isEmpty()
                ? "is not known, and nothing else is asked for in this address"
                : known.stream().collect(Collectors.joining(", ", "is not known; what can be asked for is ", ""));
    }

    private static Set<String> known(HandlerMethod address) {
        return Arrays.stream(address.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MethodParameter parameter) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        return asked == null || asked.name().isEmpty()
                ? parameter.getParameter().getName()
                : asked.name();
    }
}
