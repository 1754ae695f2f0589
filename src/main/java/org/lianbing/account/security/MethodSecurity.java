package org.lianbing.account.security;

import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.authorization.method.Jsr250AuthorizationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * {@code @PreAuthorize} everywhere, and {@code @RolesAllowed} on everything but views: there Vaadin checks it before
 * navigation, and a proxy around a view would not be the view.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class MethodSecurity {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AuthorizationManagerBeforeMethodInterceptor rolesAllowed() {
        ClassFilter noViews = type -> !type.getPackageName().endsWith(".ui");
        return new AuthorizationManagerBeforeMethodInterceptor(
                new ComposablePointcut(noViews)
                        .intersection(AuthorizationManagerBeforeMethodInterceptor.jsr250()
                                .getPointcut()),
                new Jsr250AuthorizationManager());
    }
}
