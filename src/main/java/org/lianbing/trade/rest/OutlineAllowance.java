package org.lianbing.trade.rest;

import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

import org.lianbing.base.Problem;
import org.lianbing.base.rest.BodyAllowance;

/** A workbook with an outline may be larger than other requests. */
@Configuration(proxyBeanMethods = false)
class OutlineAllowance {

    @Bean
    BodyAllowance outlineWorkbook(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        return new BodyAllowance(
                HttpMethod.POST,
                Pattern.compile("/api/outlines/imports"),
                most.toBytes(),
                BodyAllowance.Kind.FORM,
                () -> Problem.tooLarge("base.too-large"));
    }
}
