package org.lianbing.account.security;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

import org.lianbing.account.Doorway;
import org.lianbing.account.guard.Openers;

/** Gives each browser that comes to sign in a random name to keep, so that its person is not slowed by strangers. */
public final class DeviceCookie extends OncePerRequestFilter {

    private static final String NAME = "lianbing-device";
    private static final Duration KEPT = Duration.ofDays(400);

    /** From where this request comes. */
    public static Doorway doorway(HttpServletRequest request) {
        return new Doorway(request.getRemoteAddr(), device(request));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !(path.startsWith("/login") || path.startsWith("/activate")) || device(request) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Cookie cookie = new Cookie(NAME, Openers.random());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        chain.doFilter(request, response);
    }

    private static @Nullable String device(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }
}
