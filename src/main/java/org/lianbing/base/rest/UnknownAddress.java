package org.lianbing.base.rest;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Problem;

/** Keeps addresses under {@code /api} that do not exist away from the pages, which would answer with a session. */
@Hidden
@RestController
class UnknownAddress {

    @RequestMapping("/api/**")
    void answer() {
        throw Problem.notFound("base.not-found");
    }
}
