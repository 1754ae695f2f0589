package org.lianbing.attempt.rest;

import java.util.regex.Pattern;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import org.lianbing.attempt.WorkFiles;
import org.lianbing.base.Problem;
import org.lianbing.base.rest.BodyAllowance;

/** A file of work may be larger than other requests. */
@Configuration(proxyBeanMethods = false)
class WorkFileAllowance {

    @Bean
    BodyAllowance workFile() {
        return new BodyAllowance(
                HttpMethod.PUT,
                Pattern.compile("/api/attempts/[^/]+/files/[^/]+"),
                WorkFiles.MOST_BYTES,
                BodyAllowance.Kind.FILE,
                () -> Problem.tooLarge("attempt.work.too-large", WorkFiles.MOST_BYTES >> 20));
    }
}
