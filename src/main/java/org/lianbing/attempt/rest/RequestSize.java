package org.lianbing.attempt.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.lianbing.base.Problem;

/**
 * Refuses what is too large before a byte of it is read. A body without a declared length is refused as well: no
 * player sends one, and nothing would bound it.
 */
@Configuration(proxyBeanMethods = false)
class RequestSize implements WebMvcConfigurer, HandlerInterceptor {

    private static final long MOST_BYTES = 256 * 1024;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/attempts/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getContentLengthLong() > MOST_BYTES || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw Problem.tooLarge("attempt.too-large");
        }
        return true;
    }
}
