package org.lianbing.account.ui;

import java.io.IOException;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import org.lianbing.account.security.DeviceCookie;
import org.lianbing.account.security.PasswordProvider;
import org.lianbing.account.security.RememberedSignIn;
import org.lianbing.account.security.StandingFilter;

/** The last door: pages, with a session. */
@Configuration
class PageDoor {

    private static final int AFTER_ALL_OTHERS = 100;

    /** Vaadin starts with inline scripts of its own, so the policy limits what else a page could be made to do. */
    private static final String POLICY =
            "object-src 'none'; media-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private final PasswordProvider passwords;
    private final RememberedSignIn remembered;
    private final StandingFilter standings;

    PageDoor(PasswordProvider passwords, RememberedSignIn remembered, StandingFilter standings) {
        this.passwords = passwords;
        this.remembered = remembered;
        this.standings = standings;
    }

    @Bean
    @Order(AFTER_ALL_OTHERS)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authenticationProvider(passwords)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/lianbing/**", "/favicon.ico").permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class)
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .formLogin(form ->
                        form.authenticationDetailsSource(DeviceCookie::doorway).failureHandler(PageDoor::refused))
                .rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.key()))
                .addFilterBefore(new DeviceCookie(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(standings, AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The filter belongs into the chain above only, not in front of everything. */
    @Bean
    FilterRegistrationBean<StandingFilter> standingFilterOnlyInItsChain() {
        FilterRegistrationBean<StandingFilter> registration = new FilterRegistrationBean<>(standings);
        registration.setEnabled(false);
        return registration;
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + (refusal instanceof LockedException ? "/login?throttled" : "/login?error"));
    }
}
