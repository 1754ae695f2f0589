package org.lianbing.competition.rest;

import java.util.regex.Pattern;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import org.lianbing.base.Problem;
import org.lianbing.base.rest.BodyAllowance;

/** A competition may name all of its people, and so be larger than other requests. */
@Configuration(proxyBeanMethods = false)
class CompetitionAllowances {

    /** Some fifty thousand people by their ids. */
    private static final long MOST_BYTES = 2 * 1024 * 1024;

    @Bean
    BodyAllowance newCompetition() {
        return allowance(HttpMethod.POST, "/api/competitions");
    }

    @Bean
    BodyAllowance changedCompetition() {
        return allowance(HttpMethod.PUT, "/api/competitions/[^/]+");
    }

    private static BodyAllowance allowance(HttpMethod method, String path) {
        return new BodyAllowance(
                method,
                Pattern.compile(path),
                MOST_BYTES,
                BodyAllowance.Kind.JSON,
                () -> Problem.tooLarge("base.too-large"));
    }
}
