package com.videowindow.patina.api.security;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what somebody sent before they were erased and that arrives after it: a phone that was offline, a proxy that tries
 * again. It would make them somebody anew, with words and choices of who they were. When it was done stands in
 * {@value #HEADER}; without it, a token from before the erasure tells that it may be old. Behaviour has its own times
 * (interactions), which are compared one by one.
 */
@Component
final class OldMessages implements HandlerInterceptor, WebMvcConfigurer {
    static final String HEADER = "Acted-At";
    private static final String OWN = "/api/v1/user/";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Callers callers;

    OldMessages(Callers callers) {
        this.callers = callers;
    }

    /** Before anything is done on account of the request. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(OWN + "**").order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READS.contains(request.getMethod())) {
            return true;
        }
        Instant acted = acted(request.getHeader(HEADER));
        Instant left = callers.current().who().leftAt();
        if (left != null) {
            demandNew(acted, left);
        }
        return true;
    }

    private static void demandNew(@Nullable Instant acted, Instant left) {
        if (acted != null && acted.isBefore(left)) {
            throw new Unacceptable(Problem.of(ProblemType.BEFORE_ERASURE));
        }
        if (acted == null && isTokenFromBefore(left)) {
            throw new Unacceptable(Problem.of(
                    ProblemType.BEFORE_ERASURE,
                    "The token is from before that. Sign in anew, or say in " + HEADER + " when it was done."));
        }
    }

    /** Tokens tell full seconds. */
    private static boolean isTokenFromBefore(Instant left) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                && Optional.of(caller.getToken())
                        .map(Jwt::getIssuedAt)
                        .filter(issued -> issued.isBefore(left.truncatedTo(ChronoUnit.SECONDS)))
                        .isPresent();
    }

    private static @Nullable Instant acted(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Instant acted = Instant.parse(header.strip());
            if (acted.isAfter(Instant.now().plus(CLOCKS_DIFFER))) {
                throw Unacceptable.field(HEADER, "must not be in the future");
            }
            return acted;
        } catch (DateTimeParseException odd) {
            throw Unacceptable.field(HEADER, "must be a time as 2026-05-04T09:00:00Z");
        }
    }

    /** Clients find it where they look. */
    @Bean
    static OpenApiCustomizer actedAt() {
        return description -> description.getPaths().forEach((path, operations) -> {
            if (path.startsWith(OWN)) {
                operations.readOperationsMap().forEach((method, operation) -> {
                    if (!READS.contains(method.name())) {
                        operation.addParametersItem(new HeaderParameter()
                                .name(HEADER)
                                .description("When the person did it, by their device's clock: what was done before an"
                                        + " erasure is refused after it.")
                                .schema(new StringSchema().format("date-time")));
                    }
                });
            }
        });
    }
}
