package org.lianbing.base.rest;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

import org.lianbing.base.AddressRange;

/** Whose forwarded headers are believed: {@code LIANBING_PROXIES}, where nothing is said those of this machine. */
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaders(@Value("${lianbing.proxies}") String proxies) {
        FilterRegistrationBean<ForwardedHeaderFilter> bean =
                new FilterRegistrationBean<>(new ProxyHeaders(AddressRange.list(proxies)));
        bean.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return bean;
    }
}
