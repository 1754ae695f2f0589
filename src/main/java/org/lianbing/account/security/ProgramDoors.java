package org.lianbing.account.security;

import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.rest.Bearers;
import org.lianbing.base.rest.ProblemAnswers;

/**
 * The doors without a session: the API, the sitting pages, the actuator and the description of the API. None of them
 * reads or sends a cookie. The door for pages stands in {@code ui}, since Vaadin belongs there.
 */
@Configuration
class ProgramDoors {

    /** Of what answers with data alone. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    /**
     * Styles inline: browsers without constructable style sheets (Safari 14) get them as elements. Pictures from memory:
     * photographs of work are shown before they are sent, and fetched with a token in a header.
     */
    private static final String SITTING_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The one page that may stand in a frame, and in none but of our own pages: it knows nobody and may ask for nothing. */
    private static final String PREVIEW_POLICY = SITTING_POLICY
            .replace("frame-ancestors 'none'", "frame-ancestors 'self'")
            .replace("connect-src 'self'; ", "");

    private static final String DESCRIPTION_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private final ProblemAnswers answers;
    private final Bearers bearers;

    ProgramDoors(ProblemAnswers answers, Bearers bearers) {
        this.answers = answers;
        this.bearers = bearers;
    }

    /** Watching each single filter costs a third of what saving an answer costs, and tells nothing that is asked for. */
    @Bean
    static SecurityObservationSettings unwatchedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** A failure behind a door without a session must not be told by one that has sessions. */
    @Bean
    @Order(0)
    SecurityFilterChain failures(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher(ProgramDoors::failedWithoutSession), NOTHING)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return withBearer(withoutSession(http.securityMatcher("/api/**"), NOTHING))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/tokens")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/api/boards/*",
                                "/api/attempts/*/media/*",
                                "/api/receipts/*",
                                "/api/exams/*/safe-browser.seb")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain preview(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher("/sitting/preview.html"), PREVIEW_POLICY)
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain sitting(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher("/sitting", "/sitting/**"), SITTING_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain actuator(HttpSecurity http) throws Exception {
        return withBearer(withoutSession(http.securityMatcher("/actuator/**"), NOTHING))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole(Role.ADMIN.name()))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain description(HttpSecurity http) throws Exception {
        return withoutSession(
                        http.securityMatcher(
                                "/v3/api-docs",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml",
                                "/swagger-ui/**",
                                "/swagger-ui.html"),
                        DESCRIPTION_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static HttpSecurity withoutSession(HttpSecurity http, String contentPolicy) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    }

    private HttpSecurity withBearer(HttpSecurity http) throws Exception {
        return http.addFilterBefore(new BearerFilter(bearers, answers), AuthorizationFilter.class)
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint((request, response, refused) ->
                                answers.write(Problem.signIn("base.sign-in-needed"), request, response))
                        .accessDeniedHandler((request, response, refused) ->
                                answers.write(Problem.forbidden("base.forbidden"), request, response)));
    }

    private static boolean failedWithoutSession(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && List.of("/api/", "/sitting/", "/actuator/", "/v3/", "/swagger-ui/").stream()
                        .anyMatch(path::startsWith);
    }
}
