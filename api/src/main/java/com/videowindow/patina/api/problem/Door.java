package com.videowindow.patina.api.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** What every request passes before anybody looks at what it wants. */
@Configuration(proxyBeanMethods = false)
class Door {

    @Bean
    FilterRegistrationBean<Correlation> correlation() {
        FilterRegistrationBean<Correlation> first = new FilterRegistrationBean<>(new Correlation());
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    Turnstile turnstile(ProblemWriter problems, HttpSettings settings, MeterRegistry meters) {
        return new Turnstile(problems, settings, meters);
    }

    /** Inside the security chain only: behind CORS, so that pages can read that they should come back. */
    @Bean
    FilterRegistrationBean<Turnstile> turnstileOnlyInTheChain(Turnstile turnstile) {
        FilterRegistrationBean<Turnstile> registration = new FilterRegistrationBean<>(turnstile);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    ProblemWriter problemWriter(ObjectMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    CorsFilter corsFilter(HttpSettings settings, ProblemWriter problems) {
        UrlBasedCorsConfigurationSource rules = new UrlBasedCorsConfigurationSource();
        if (!settings.corsOrigins().isEmpty()) {
            CorsConfiguration open = new CorsConfiguration();
            open.setAllowedOrigins(settings.corsOrigins());
            open.setAllowedMethods(List.of("GET", "PUT", "POST", "DELETE"));
            open.setAllowedHeaders(List.of(
                    "Authorization",
                    "Content-Type",
                    "If-Match",
                    "If-None-Match",
                    "Idempotency-Key",
                    "Acted-At",
                    Correlation.HEADER));
            open.setExposedHeaders(List.of("ETag", "Retry-After", "Content-Disposition", Correlation.HEADER));
            open.setMaxAge(3_600L);
            rules.registerCorsConfiguration("/**", open);
        }
        CorsFilter filter = new CorsFilter(rules);
        filter.setCorsProcessor(new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(ServerHttpResponse response) throws IOException {
                if (response instanceof ServletServerHttpResponse servlet) {
                    problems.write(servlet.getServletResponse(), Problem.of(ProblemType.FORBIDDEN, "No such origin."));
                }
            }
        });
        return filter;
    }

    /** Tomcat refuses some requests before any filter runs; its own words are HTML. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer(ObjectMapper json) {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new ProblemValve(json));
            }
        });
    }
}
