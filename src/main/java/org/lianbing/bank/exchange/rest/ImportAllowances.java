package org.lianbing.bank.exchange.rest;

import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

import org.lianbing.bank.exchange.ImportService;
import org.lianbing.base.Problem;
import org.lianbing.base.rest.BodyAllowance;

/** What is imported may be larger than other requests. */
@Configuration(proxyBeanMethods = false)
class ImportAllowances {

    /** The longest text, were each of its characters written as an escape. */
    private static final long MOST_TEXT_BYTES = 6L * ImportsController.MOST_TEXT + 4096;

    /** The numbers of as many rows as a file may have. */
    private static final long MOST_ROW_NUMBERS_BYTES = 2 * 1024 * 1024;

    @Bean
    BodyAllowance importedFiles(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        return new BodyAllowance(
                HttpMethod.POST,
                Pattern.compile("/api/imports"),
                most.toBytes(),
                BodyAllowance.Kind.FORM,
                () -> Problem.tooLarge("exchange.file-too-large", ImportService.LARGEST >> 20));
    }

    @Bean
    BodyAllowance importedText() {
        return new BodyAllowance(
                HttpMethod.POST,
                Pattern.compile("/api/imports/text"),
                MOST_TEXT_BYTES,
                BodyAllowance.Kind.JSON,
                () -> Problem.tooLarge("exchange.text-long", ImportsController.MOST_TEXT));
    }

    @Bean
    BodyAllowance importedRows() {
        return new BodyAllowance(
                HttpMethod.POST,
                Pattern.compile("/api/imports/[^/]+/rows"),
                MOST_ROW_NUMBERS_BYTES,
                BodyAllowance.Kind.JSON,
                () -> Problem.tooLarge("base.too-large"));
    }
}
