package org.lianbing.exam.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.lianbing.base.Problem;
import org.lianbing.exam.Admitted;

/**
 * Keeps an admission link to its own exam, whatever door of the API is tried with it: also those that ask for no role,
 * and those that will be built.
 */
@Configuration(proxyBeanMethods = false)
class AdmittedHere implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof AdmittedAuthentication admitted && !isOwn(admitted.getPrincipal(), request)) {
            throw Problem.forbidden("base.forbidden");
        }
        return true;
    }

    private static boolean isOwn(Admitted admitted, HttpServletRequest request) {
        String own = request.getContextPath() + "/api/exams/" + admitted.exam();
        String path = request.getRequestURI();
        return path.equals(own) || path.startsWith(own + "/");
    }
}
