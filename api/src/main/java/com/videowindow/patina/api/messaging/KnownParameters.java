package com.videowindow.patina.api.messaging;

import com.videowindow.patina.api.problem.Unacceptable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what an address does not ask for, of those for officers and engineers, and of all that can be asked how it was:
 * {@code asof} in place of {@code asOf} would else be answered with how things stand today, and nobody would see that it is
 * another question.
 */
@Component
final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    private static final String ADDRESSES = "/api/v1/**";
    private static final List<String> STRICT = List.of("/api/v1/audit/", "/api/v1/compliance/", "/api/v1/operations/");
    private static final String PAST = "asOf";
    /** What is refused is looked at by nobody: it comes before look-ups are stored. */
    private static final int FIRST = -1;
    /** Anything else may be somebody's address or name, and is not said again. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{0,31}");

    /** By handler, so no more than there are addresses. */
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ADDRESSES).order(FIRST);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod address && request.getQueryString() != null) {
            Set<String> asked = known.computeIfAbsent(address.getMethod(), method -> parameters(address));
            String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            if (asked.contains(PAST) || STRICT.stream().anyMatch(pattern::startsWith)) {
                demand(asked, request.getParameterMap().keySet());
            }
        }
        return true;
    }

    private static void demand(Set<String> known, Set<String> asked) {
        Set<String> unknown = new TreeSet<>(asked);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            String name = unknown.iterator().next();
            throw Unacceptable.field(WORD.matcher(name).matches() ? name : "query", why(known));
        }
    }

    private static String why(Set<String> known) {
        return known.isEmpty()
                ? "is not known, and nothing else is asked for in this address"
                : known.stream().collect(Collectors.joining(", ", "is not known; what can be asked for is ", ""));
    }

    private static Set<String> parameters(HandlerMethod address) {
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
