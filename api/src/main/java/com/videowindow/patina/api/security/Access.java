package com.videowindow.patina.api.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.videowindow.patina.api.problem.ProblemWriter;
import com.videowindow.patina.api.problem.Turnstile;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.CorsFilter;

/** Who may reach what. What no rule names is denied. */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final String SUBJECT = Role.SUBJECT.claim();
    private static final String CREATOR = Role.CREATOR.claim();
    private static final String PRODUCT = Role.PRODUCT.claim();
    private static final String COMPLIANCE = Role.COMPLIANCE.claim();
    private static final String ENGINEER = Role.ENGINEER.claim();
    private static final String SERVICE = Role.SERVICE.claim();

    /** A span and a timer for each of fifteen filters would cost more than all of them. */
    @Bean
    SecurityObservationSettings onlyRequestsAreObserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Rate limits belong inside the security chain only, where the caller is known. */
    @Bean
    RateLimit rateLimit(ProblemWriter problems, LimitSettings settings) {
        return new RateLimit(problems, settings);
    }

    @Bean
    FilterRegistrationBean<RateLimit> rateLimitOnlyInTheChain(RateLimit limit) {
        FilterRegistrationBean<RateLimit> registration = new FilterRegistrationBean<>(limit);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    LocalTokens localTokens(SecuritySettings settings, @Value("${patina.home}") Path home) {
        return new LocalTokens(SigningKey.in(keyFile(settings, home)));
    }

    @Bean
    JwtDecoder bearers(SecuritySettings settings, @Value("${patina.home}") Path home) {
        return new Bearers(SigningKey.in(keyFile(settings, home)), settings);
    }

    @Bean
    KeyedNames keyedNames(SecuritySettings settings, @Value("${patina.home}") Path home) {
        return new KeyedNames(SigningKey.in(keyFile(settings, home)));
    }

    private static Path keyFile(SecuritySettings settings, Path home) {
        return settings.signingKey() != null ? settings.signingKey() : LocalTokens.fileIn(home);
    }

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            AccessProblems problems,
            Turnstile turnstile,
            RateLimit limit,
            UnclaimedPaths unclaimed,
            OpenMetrics metrics)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie carries anybody's rights
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> decide(requests, unclaimed, metrics))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterAfter(turnstile, CorsFilter.class)
                .addFilterBefore(limit, AuthorizationFilter.class)
                .build();
    }

    private static void decide(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            UnclaimedPaths unclaimed,
            OpenMetrics metrics) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(GET, "/actuator/health", "/actuator/health/*", "/v3/api-docs", "/v3/api-docs.yaml")
                .permitAll()
                .requestMatchers(GET, "/api/v1/audit/key")
                .permitAll()
                .requestMatchers(POST, "/api/v1/visitors")
                .permitAll()
                .requestMatchers(GET, "/actuator/prometheus")
                .access(metrics)
                .requestMatchers("/api/v1/user/**", "/api/v1/events", "/api/v1/events/batch")
                .hasRole(SUBJECT)
                .requestMatchers(GET, "/api/v1/catalog/**")
                .authenticated()
                .requestMatchers(POST, "/api/v1/recommendations/session")
                .authenticated()
                .requestMatchers("/api/v1/catalog/content/**")
                .hasAnyRole(CREATOR, PRODUCT, SERVICE)
                .requestMatchers("/api/v1/catalog/editorial", "/api/v1/catalog/rules")
                .hasRole(PRODUCT)
                .requestMatchers("/api/v1/catalog/**")
                .hasAnyRole(PRODUCT, SERVICE)
                .requestMatchers("/api/v1/audit/**", "/api/v1/compliance/**")
                .hasRole(COMPLIANCE)
                .requestMatchers(GET, "/api/v1/models", "/api/v1/models/**")
                .hasAnyRole(PRODUCT, ENGINEER)
                .requestMatchers("/api/v1/models/**", "/api/v1/operations/**")
                .hasRole(ENGINEER)
                .requestMatchers("/api/v1/imports/**")
                .hasRole(SERVICE)
                .anyRequest()
                .access(unclaimed);
    }

    private static JwtAuthenticationConverter roles() {
        JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName(LocalTokens.ROLES);
        authorities.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }
}
