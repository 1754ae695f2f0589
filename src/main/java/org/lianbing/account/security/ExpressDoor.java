package org.lianbing.account.security;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.base.Problem;
import org.lianbing.base.rest.Bearers;
import org.lianbing.base.rest.ExpressCall;
import org.lianbing.base.rest.LongWay;

/**
 * Answers the {@linkplain ExpressCall express calls}: reads the token, parses, asks the controller, writes. Whatever is
 * not plain, from a worthless token to a body without a length, goes on through all filters, which know what to say.
 */
final class ExpressDoor implements Filter {

    private static final int MOST_BYTES = 256 * 1024;

    /** Any method: only the class that it belongs to decides how a failure is told. */
    private static final Method ANY = ClassUtils.getMethod(Object.class, "toString");

    private final List<ExpressCall<?>> calls;
    private final List<LongWay> longWays;
    private final Bearers bearers;
    private final List<HeaderWriter> headers;
    private final HandlerExceptionResolver refusals;
    private final LocaleResolver languages;
    private final JsonMapper json;

    ExpressDoor(
            List<ExpressCall<?>> calls,
            List<LongWay> longWays,
            Bearers bearers,
            List<HeaderWriter> headers,
            HandlerExceptionResolver refusals,
            LocaleResolver languages,
            JsonMapper json) {
        this.calls = List.copyOf(calls);
        this.longWays = List.copyOf(longWays);
        this.bearers = bearers;
        this.headers = List.copyOf(headers);
        this.refusals = refusals;
        this.languages = languages;
        this.json = json;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        if (!(asked instanceof HttpServletRequest request)
                || !(answered instanceof HttpServletResponse response)
                || !answers(request, response)) {
            chain.doFilter(asked, answered);
        }
    }

    private boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        for (ExpressCall<?> call : calls) {
            String id = call.address().idIn(request.getMethod(), path);
            if (id != null) {
                Authentication caller = isPlain(request) ? caller(request) : null;
                if (caller == null || !call.isFor(id, caller) || goesTheLongWay(id, caller)) {
                    return false;
                }
                answer(call, id, caller, request, response);
                return true;
            }
        }
        return false;
    }

    private boolean goesTheLongWay(String id, Authentication caller) {
        for (LongWay way : longWays) {
            if (way.isNeeded(id, caller)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(HttpServletRequest request) {
        String type = request.getContentType();
        int length = request.getContentLength();
        return type != null
                && type.startsWith(MediaType.APPLICATION_JSON_VALUE)
                && length > 0
                && length <= MOST_BYTES
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private @Nullable Authentication caller(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            return header == null ? null : bearers.authenticate(header).orElse(null);
        } catch (Problem | DataAccessException toldByTheLongWay) {
            return null;
        }
    }

    private <B> void answer(
            ExpressCall<B> call,
            String id,
            Authentication caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        headers.forEach(writer -> writer.writeHeaders(request, response));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
        try {
            byte[] answer = json.writeValueAsBytes(call.answer(id, caller, body(call, request)));
            response.setStatus(call.status().value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        } catch (RuntimeException failure) {
            refuse(call, failure, request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void refuse(
            ExpressCall<?> call, RuntimeException failure, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        HandlerMethod handler = new HandlerMethod(call.controller(), ANY);
        if (refusals.resolveException(request, response, handler, failure) == null) {
            throw failure;
        }
    }

    private <B> B body(ExpressCall<B> call, HttpServletRequest request) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(request.getContentLength());
        try {
            return Optional.ofNullable(json.readValue(sent, call.body())).orElseThrow(() -> unreadable(request, null));
        } catch (JacksonException malformed) {
            throw unreadable(request, malformed);
        }
    }

    private static HttpMessageNotReadableException unreadable(
            HttpServletRequest request, @Nullable JacksonException cause) {
        return new HttpMessageNotReadableException(
                "What was sent is not what is asked for", cause, new ServletServerHttpRequest(request));
    }
}
