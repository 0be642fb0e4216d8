package com.videowindow.patina.api.consent;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.command.consent.ConsentCommand.SetControl;
import com.videowindow.patina.command.consent.Decided;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged.Origin;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Heeds the header of Global Privacy Control before anything else is done: {@code Sec-GPC: 1} is a person's opt-out of sale
 * and sharing, recorded once; any other value, and none, say nothing. Of people whom nobody knows nothing is kept that
 * could be sold, so that it makes nobody known; whom the request itself makes known, by a choice of theirs, has it heeded
 * before the answer is sent.
 */
@RestControllerAdvice
final class GpcSignal implements HandlerInterceptor, ResponseBodyAdvice<Object>, WebMvcConfigurer {
    private static final Logger log = LoggerFactory.getLogger(GpcSignal.class);
    private static final String HEADER = "Sec-GPC";
    private static final String UNHEEDED = GpcSignal.class.getName();

    private final SubjectDirectory people;
    private final CurrentConsents consents;
    private final Erasures erasures;
    private final Commands commands;

    GpcSignal(SubjectDirectory people, CurrentConsents consents, Erasures erasures, Commands commands) {
        this.people = people;
        this.consents = consents;
        this.erasures = erasures;
        this.commands = commands;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/user/**", "/api/v1/events/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("1".equals(request.getHeader(HEADER))) {
            request.setAttribute(UNHEEDED, !heed());
        }
        return true;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet
                && Boolean.TRUE.equals(servlet.getServletRequest().getAttribute(UNHEEDED))) {
            heed();
        }
        return body;
    }

    /** Whether there is somebody whose signal it is. */
    private boolean heed() {
        Optional<SubjectId> caller = caller();
        caller.ifPresent(this::heed);
        return caller.isPresent();
    }

    private Optional<SubjectId> caller() {
        Authentication token = SecurityContextHolder.getContext().getAuthentication();
        return token == null
                ? Optional.empty()
                : people.knownSubjectOf(new PlatformUserId(token.getName()))
                        .filter(subject -> !erasures.isLeaving(subject)); // nothing of theirs goes anywhere
    }

    /** What cannot be recorded now is with the next request. */
    private void heed(SubjectId subject) {
        Standing standing = consents.standing(subject);
        for (Control control : Control.values()) {
            if (standing.isToHeedGpc(control)) {
                try {
                    commands.sendForReceipt(
                            new SetControl(
                                    new RequestId(UUID.randomUUID()),
                                    subject,
                                    control,
                                    true,
                                    Origin.GPC,
                                    Channel.API,
                                    Evidence.NONE,
                                    Instant.now()),
                            Decided.class);
                } catch (RuntimeException e) {
                    log.debug("A signal is not recorded yet: {}", e.toString());
                }
            }
        }
    }
}
