package org.lianbing.base.rest;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.ForwardedHeaderFilter;

import org.lianbing.base.AddressRange;

/**
 * Forwarded headers, believed only of the site's own proxies: an address that decides something must not be what a caller
 * writes into a header. Of the addresses in {@code X-Forwarded-For} the last one counts that is no proxy of ours; what
 * stands before it came with the request. {@code Forwarded} (RFC 7239), which proxies pass on as it came, is not read.
 */
final class ProxyHeaders extends ForwardedHeaderFilter {

    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<AddressRange> proxies;

    ProxyHeaders(List<AddressRange> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return super.shouldNotFilter(request) || !isProxy(request.getRemoteAddr());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilterInternal(new Believed(request), response, chain);
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    /** The request with one address in {@code X-Forwarded-For} and nothing in {@code Forwarded}. */
    private final class Believed extends HttpServletRequestWrapper {

        Believed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            if (name.equalsIgnoreCase(FORWARDED)) {
                return null;
            }
            return name.equalsIgnoreCase(FORWARDED_FOR) ? client() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (name.equalsIgnoreCase(FORWARDED) || name.equalsIgnoreCase(FORWARDED_FOR)) {
                String value = getHeader(name);
                return value == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(value));
            }
            return super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !name.equalsIgnoreCase(FORWARDED))
                    .toList());
        }

        private @Nullable String client() {
            List<String> told = Collections.list(super.getHeaders(FORWARDED_FOR)).stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
            if (told.isEmpty()) {
                return null;
            }
            return told.reversed().stream()
                    .filter(address -> !isProxy(address))
                    .findFirst()
                    .orElse(told.getFirst());
        }
    }
}
