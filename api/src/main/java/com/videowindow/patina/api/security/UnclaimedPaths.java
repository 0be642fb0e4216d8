package com.videowindow.patina.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What no rule names: denied where something is, so that a forgotten rule shows; passed on where nothing is, so that
 * whoever has a token is told that it does not exist.
 */
@Component
final class UnclaimedPaths implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<HandlerMapping> mappings;

    UnclaimedPaths(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    @SuppressWarnings("deprecation")
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext where) {
        Authentication caller = who.get();
        boolean known = caller != null
                && caller.isAuthenticated()
                && caller.getAuthorities().stream()
                        .anyMatch(right -> String.valueOf(right.getAuthority()).startsWith("ROLE_")
                                && !"ROLE_ANONYMOUS".equals(right.getAuthority()));
        return new AuthorizationDecision(known && !isClaimed(where.getRequest()));
    }

    private boolean isClaimed(HttpServletRequest request) {
        return mappings.orderedStream().anyMatch(mapping -> isClaimed(mapping, request));
    }

    private static boolean isClaimed(HandlerMapping mapping, HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod;
        } catch (Exception notThisWay) {
            return false; // the address exists for other methods or types: the dispatcher says so
        }
    }
}
