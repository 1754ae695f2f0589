package org.lianbing.account.security;

import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.base.rest.Bearers;
import org.lianbing.base.rest.Express;
import org.lianbing.base.rest.LongWay;

/**
 * Puts the express door behind the filters that read what a proxy forwarded and refuse what is too large, and before all
 * others.
 */
@Configuration(proxyBeanMethods = false)
class ExpressDoors {

    @Bean
    FilterRegistrationBean<ExpressDoor> expressDoor(
            List<Express> operations,
            List<LongWay> longWays,
            Bearers bearers,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals,
            LocaleResolver languages,
            JsonMapper json) {
        FilterRegistrationBean<ExpressDoor> registration = new FilterRegistrationBean<>(
                new ExpressDoor(operations, longWays, bearers, headers(), refusals, languages, json));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    /**
     * Boot's own would stand before the express door and take a tenth of what a start costs; here it sees what goes the
     * long way.
     */
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> webMvcObservationFilter(ObservationRegistry registry) {
        FilterRegistrationBean<ServerHttpObservationFilter> registration =
                new FilterRegistrationBean<>(new ServerHttpObservationFilter(registry));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    /** What the long way sends with every answer of the API. */
    private static List<HeaderWriter> headers() {
        return List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ContentSecurityPolicyHeaderWriter(ProgramDoors.NOTHING),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER));
    }
}
