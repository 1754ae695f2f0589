package org.lianbing.exam.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import org.lianbing.exam.Approach;

/**
 * Reads how a request comes. By which name the server is reached says {@code LIANBING_BASE_URL}, or the request itself,
 * with the headers of the site's own proxies.
 */
@Component
class Approaches {

    private static final String CONFIG_HASH = "X-SafeExamBrowser-ConfigKeyHash";
    private static final String EXAM_HASH = "X-SafeExamBrowser-RequestHash";

    /** Ours: what the page was told by {@code SafeExamBrowser.security}, and under which address. */
    private static final String PAGE = "X-Lianbing-Seb-Page";

    private static final String PAGE_CONFIG_HASH = "X-Lianbing-Seb-ConfigKeyHash";
    private static final String PAGE_EXAM_HASH = "X-Lianbing-Seb-RequestHash";

    private final String baseUrl;

    Approaches(@Value("${lianbing.base-url:}") String baseUrl) {
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    Approach of(HttpServletRequest request) {
        String site = site(request);
        return new Approach(
                site,
                request.getRemoteAddr(),
                proof(request, url(site, request), CONFIG_HASH, EXAM_HASH),
                proof(request, request.getHeader(PAGE), PAGE_CONFIG_HASH, PAGE_EXAM_HASH));
    }

    /** The public address of the server. */
    String site(HttpServletRequest request) {
        return baseUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : baseUrl;
    }

    private static String url(String site, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        return site + path + (query == null ? "" : "?" + query);
    }

    private static Approach.Proof proof(
            HttpServletRequest request, @Nullable String url, String configHeader, String examHeader) {
        String config = request.getHeader(configHeader);
        String exam = request.getHeader(examHeader);
        return config == null && exam == null ? Approach.Proof.NONE : new Approach.Proof(url, config, exam);
    }
}
