package com.videowindow.patina.api.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.ProblemWriter;
import com.videowindow.patina.api.problem.Turnstile;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** A bucket of requests for each caller on this node; the platform's own services have none. */
final class RateLimit extends OncePerRequestFilter {

    private final ProblemWriter problems;
    private final LoadingCache<String, Bucket> people;
    private final LoadingCache<String, Bucket> strangers;

    RateLimit(ProblemWriter problems, LimitSettings settings) {
        this.problems = problems;
        this.people = buckets(settings.perSecond(), settings.burst());
        this.strangers = buckets(settings.strangersPerSecond(), settings.strangersBurst());
    }

    private static LoadingCache<String, Bucket> buckets(long perSecond, long burst) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Turnstile.isAboutTheNode(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (isService(caller)) {
            chain.doFilter(request, response);
            return;
        }
        Bucket bucket = caller instanceof JwtAuthenticationToken token
                ? people.get(token.getName())
                : strangers.get(request.getRemoteAddr());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(response, Problem.of(ProblemType.TOO_MANY_REQUESTS));
    }

    private static boolean isService(Authentication caller) {
        return caller instanceof JwtAuthenticationToken
                && caller.getAuthorities().stream()
                        .anyMatch(right -> ("ROLE_" + Role.SERVICE.claim()).equals(right.getAuthority()));
    }
}
