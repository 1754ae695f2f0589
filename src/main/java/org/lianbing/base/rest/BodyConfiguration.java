package org.lianbing.base.rest;

import java.util.List;
import java.util.Optional;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import org.lianbing.base.database.DataDisk;

/** Puts the filter of sizes behind the one that reads what a proxy forwarded, and before all others. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

    @Bean
    FilterRegistrationBean<BodySizes> bodySizes(
            List<BodyAllowance> allowances, Optional<DataDisk> disk, ProblemAnswers answers) {
        FilterRegistrationBean<BodySizes> registration =
                new FilterRegistrationBean<>(new BodySizes(allowances, disk, answers));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
