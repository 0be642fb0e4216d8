package com.videowindow.patina.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Gives every request one name that stands in its answer, its log lines, its commands and their events. */
public final class Correlation extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-Id";
    private static final String KEY = "correlationId";
    private static final String PROBLEM = "problem";
    private static final Logger LOG = LoggerFactory.getLogger(Correlation.class);

    /** What nobody can be named by: a UUID, or a trace's id. */
    private static final Pattern ACCEPTABLE =
            Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The name of the request that this thread works for; a new one where there is none. */
    public static String current() {
        String known = MDC.get(KEY);
        return known != null ? known : UUID.randomUUID().toString();
    }

    /** What the commands of this request and their events are found by. */
    public static String trace() {
        String trace = MDC.get("traceId");
        return trace != null ? trace : current();
    }

    /** What the line about this request will say that it met. */
    static void met(Problem problem) {
        MDC.put(PROBLEM, problem.word());
    }

    /** One line per refused request, to be found by its name; the route as it is declared, since addresses name people. */
    static void tell(String method, @Nullable Object route, int status) {
        if (status >= 400) {
            LOG.atInfo()
                    .addKeyValue("method", method)
                    .addKeyValue("route", route == null ? "none" : route)
                    .addKeyValue("status", status)
                    .log("A request was answered with a problem");
        }
    }

    /** Likewise of what the server refused before any filter saw it. */
    static void tellUnread(Problem problem) {
        MDC.put(KEY, problem.correlationId());
        met(problem);
        try {
            tell("unread", null, problem.status());
        } finally {
            MDC.remove(PROBLEM);
            MDC.remove(KEY);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = nameOf(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        MDC.put(KEY, id);
        try {
            chain.doFilter(request, response);
        } finally {
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            tell(request.getMethod(), route, response.getStatus());
            MDC.remove(PROBLEM);
            MDC.remove(KEY);
        }
    }

    static String nameOf(@Nullable String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
