package com.videowindow.patina.api.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests as a node can work on at once; others queue for a moment and are then asked to come back.
 * Without it every request would be begun however many there are, all would be late together, and the work on those
 * whose callers have given up would be lost. Reads and writes have places of their own, so that writes which wait for a
 * log that is away keep nobody from reading.
 */
public final class Turnstile extends OncePerRequestFilter {

    private static final ThreadLocal<@Nullable Semaphore> HERE = new ThreadLocal<>();

    private final ProblemWriter problems;
    private final Semaphore reads;
    private final Semaphore writes;
    private final Duration queueFor;
    private final MeterRegistry meters;

    Turnstile(ProblemWriter problems, HttpSettings settings, MeterRegistry meters) {
        this.problems = problems;
        this.reads = new Semaphore(settings.atOnce(), true);
        this.writes = new Semaphore(settings.atOnce(), true);
        this.queueFor = settings.queueFor();
        this.meters = meters;
    }

    /** Waits for something without taking up the place of a request that could go on. */
    public static boolean standAside(BooleanSupplier waiting) {
        Semaphore places = HERE.get();
        if (places == null) {
            return waiting.getAsBoolean();
        }
        places.release();
        try {
            return waiting.getAsBoolean();
        } finally {
            places.acquireUninterruptibly();
        }
    }

    /** Whether it asks how the node is, which must be told however busy it is. */
    public static boolean isAboutTheNode(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isAboutTheNode(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Semaphore places = HttpMethod.GET.matches(request.getMethod()) ? reads : writes;
        if (!mayEnter(places)) {
            meters.counter("patina.http.turned.away").increment();
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(response, Problem.of(ProblemType.OVERLOADED));
            return;
        }
        HERE.set(places);
        try {
            chain.doFilter(request, response);
        } finally {
            HERE.remove();
            places.release();
        }
    }

    private boolean mayEnter(Semaphore places) {
        try {
            return places.tryAcquire(queueFor.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
