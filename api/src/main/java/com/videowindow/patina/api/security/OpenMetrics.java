package com.videowindow.patina.api.security;

import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Metrics are for engineers, or for everybody where only a scraper can reach the port. */
@Component
final class OpenMetrics implements AuthorizationManager<RequestAuthorizationContext> {

    private final boolean open;
    private final AuthorizationManager<RequestAuthorizationContext> staff =
            AuthorityAuthorizationManager.hasAnyRole(Role.ENGINEER.claim(), Role.SERVICE.claim());

    OpenMetrics(@Value("${patina.metrics.open:false}") boolean open) {
        this.open = open;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; authorize is what is called
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext where) {
        return new AuthorizationDecision(authorize(who, where).isGranted());
    }

    @Override
    public AuthorizationResult authorize(Supplier<Authentication> who, RequestAuthorizationContext where) {
        AuthorizationResult found = open ? new AuthorizationDecision(true) : staff.authorize(who, where);
        return found != null ? found : new AuthorizationDecision(false);
    }
}
