package org.lianbing.account.security;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;

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
import org.springframework.http.ResponseEntity;
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
import org.lianbing.base.rest.Express;
import org.lianbing.base.rest.ExpressCall;
import org.lianbing.base.rest.ExpressRead;
import org.lianbing.base.rest.LongWay;

/**
 * Answers the {@linkplain Express express operations}: reads the token, parses, asks the controller, writes. Whatever is
 * not plain, from a worthless token to a body without a length, goes on through all filters, which know what to say.
 */
final class ExpressDoor implements Filter {

    private static final int MOST_BYTES = 256 * 1024;

    /** What makes an answer depend on more than the tag of what is known. */
    private static final List<String> CONDITIONS = List.of(
            HttpHeaders.RANGE, HttpHeaders.IF_MATCH, HttpHeaders.IF_MODIFIED_SINCE, HttpHeaders.IF_UNMODIFIED_SINCE);

    /** Any method: only the class that it belongs to decides how a failure is told. */
    private static final Method ANY = ClassUtils.getMethod(Object.class, "toString");

    private final List<Express> operations;
    private final List<LongWay> longWays;
    private final Bearers bearers;
    private final List<HeaderWriter> headers;
    private final HandlerExceptionResolver refusals;
    private final LocaleResolver languages;
    private final JsonMapper json;

    ExpressDoor(
            List<Express> operations,
            List<LongWay> longWays,
            Bearers bearers,
            List<HeaderWriter> headers,
            HandlerExceptionResolver refusals,
            LocaleResolver languages,
            JsonMapper json) {
        this.operations = List.copyOf(operations);
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
        for (Express operation : operations) {
            String id = operation.address().idIn(request.getMethod(), path);
            if (id != null) {
                Authentication caller = isPlain(operation, request) ? caller(request) : null;
                if (caller == null || !operation.isFor(id, caller) || goesTheLongWay(id, caller)) {
                    return false;
                }
                answer(operation, id, caller, request, response);
                return true;
            }
        }
        return false;
    }

    private boolean goesTheLongWay(String id, Authentication caller) {
        try {
            for (LongWay way : longWays) {
                if (way.isNeeded(id, caller)) {
                    return true;
                }
            }
            return false;
        } catch (Problem | DataAccessException toldByTheLongWay) {
            return true;
        }
    }

    private static boolean isPlain(Express operation, HttpServletRequest request) {
        return switch (operation) {
            case ExpressCall<?> call -> isPlainBody(request);
            case ExpressRead read -> isPlainQuestion(read, request);
        };
    }

    private static boolean isPlainBody(HttpServletRequest request) {
        String type = request.getContentType();
        int length = request.getContentLength();
        return type != null
                && type.startsWith(MediaType.APPLICATION_JSON_VALUE)
                && length > 0
                && length <= MOST_BYTES
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    /** Takes what is answered, and asks for all of it on no condition but that it knows it already. */
    private static boolean isPlainQuestion(ExpressRead read, HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return (accepted == null
                        || accepted.startsWith(read.type().toString())
                        || accepted.startsWith(MediaType.ALL_VALUE))
                && CONDITIONS.stream().allMatch(name -> request.getHeader(name) == null)
                && !"*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private @Nullable Authentication caller(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            return header == null ? null : bearers.authenticate(header).orElse(null);
        } catch (Problem | DataAccessException toldByTheLongWay) {
            return null;
        }
    }

    private void answer(
            Express operation,
            String id,
            Authentication caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
        try {
            ResponseEntity<byte[]> answer = switch (operation) {
                case ExpressCall<?> call -> done(call, id, caller, request);
                case ExpressRead read -> read.answer(id, caller, wishes(request));
            };
            tell(answer, request, response);
        } catch (RuntimeException failure) {
            headers.forEach(writer -> writer.writeHeaders(request, response));
            refuse(operation, failure, request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private <B> ResponseEntity<byte[]> done(
            ExpressCall<B> call, String id, Authentication caller, HttpServletRequest request) throws IOException {
        return ResponseEntity.status(call.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(call.answer(id, caller, body(call, request))));
    }

    private static ExpressRead.Wishes wishes(HttpServletRequest request) {
        return new ExpressRead.Wishes(
                request.getHeader(HttpHeaders.IF_NONE_MATCH), request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** What an answer says of itself comes first: how long it may be kept. */
    private void tell(ResponseEntity<byte[]> answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        headers.forEach(writer -> writer.writeHeaders(request, response));
        byte[] body = answer.getBody();
        if (body != null) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private void refuse(
            Express operation, RuntimeException failure, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        HandlerMethod handler = new HandlerMethod(operation.controller(), ANY);
        if (refusals.resolveException(request, response, handler, failure) == null) {
            throw failure;
        }
    }

    private <B> @Nullable B body(ExpressCall<B> call, HttpServletRequest request) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(request.getContentLength());
        try {
            B read = json.readValue(sent, call.body());
            if (read == null && !call.mayBeNull()) {
                throw unreadable(request, null);
            }
            return read;
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
