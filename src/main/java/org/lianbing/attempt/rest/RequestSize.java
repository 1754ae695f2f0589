package org.lianbing.attempt.rest;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.lianbing.attempt.WorkFiles;
import org.lianbing.base.Problem;

/**
 * Refuses what is too large before a byte of it is read. A body without a declared length is refused as well: no
 * player sends one, and nothing would bound it.
 */
@Configuration(proxyBeanMethods = false)
class RequestSize implements WebMvcConfigurer, HandlerInterceptor {

    private static final long MOST_BYTES = 256 * 1024;

    private static final Pattern FILE = Pattern.compile("/api/attempts/[^/]+/files/[^/]+");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/attempts/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean file = FILE.matcher(request.getRequestURI()).matches();
        if (file && request.getContentLengthLong() > WorkFiles.MOST_BYTES) {
            throw Problem.tooLarge("attempt.work.too-large", WorkFiles.MOST_BYTES >> 20);
        }
        if (!file && request.getContentLengthLong() > MOST_BYTES
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw Problem.tooLarge("attempt.too-large");
        }
        return true;
    }
}
