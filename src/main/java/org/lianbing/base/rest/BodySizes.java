package org.lianbing.base.rest;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

import org.lianbing.base.Problem;
import org.lianbing.base.database.DataDisk;

/**
 * Refuses what is too large before a byte of it is read and before it is asked who sends it: nobody fills the heap with
 * one request. A body that does not say how long it is is measured while it is read. Files are not taken while the disk
 * of the database is nearly full.
 */
final class BodySizes extends OncePerRequestFilter {

    /** What may be sent to any address that says nothing else. */
    static final long MOST_BYTES = 256 * 1024;

    private static final BodyAllowance ELSEWHERE = new BodyAllowance(
            HttpMethod.POST,
            Pattern.compile(".*"),
            MOST_BYTES,
            BodyAllowance.Kind.JSON,
            () -> Problem.tooLarge("base.too-large"));

    private final List<BodyAllowance> allowances;
    private final Optional<DataDisk> disk;
    private final ProblemAnswers answers;

    BodySizes(List<BodyAllowance> allowances, Optional<DataDisk> disk, ProblemAnswers answers) {
        this.allowances = List.copyOf(allowances);
        this.disk = disk;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean measured = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!measured && request.getContentLengthLong() <= 0) {
            chain.doFilter(request, response);
            return;
        }
        BodyAllowance allowance = allowance(request);
        try {
            if (allowance.kind().isFile()) {
                disk.ifPresent(DataDisk::requireRoom);
            }
            if (measured) {
                requireReadable(allowance, request.getContentType());
            } else if (request.getContentLengthLong() > allowance.mostBytes()) {
                throw allowance.refusal().get();
            }
        } catch (Problem problem) {
            answers.write(problem, request, response);
            return;
        }
        if (measured) {
            measure(allowance, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private BodyAllowance allowance(HttpServletRequest request) {
        for (BodyAllowance allowance : allowances) {
            if (allowance.isFor(request)) {
                return allowance;
            }
        }
        return ELSEWHERE;
    }

    /** The server reads a form by itself, past whoever measures; where files are taken it keeps limits of its own. */
    private static void requireReadable(BodyAllowance allowance, @Nullable String type) {
        String form = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        if (allowance.kind() != BodyAllowance.Kind.FORM
                && (form.startsWith("multipart/") || form.startsWith("application/x-www-form-urlencoded"))) {
            throw allowance.refusal().get();
        }
    }

    private void measure(
            BodyAllowance allowance, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MeasuredBody body = new MeasuredBody(request, allowance);
        try {
            chain.doFilter(body, response);
        } catch (ServletException | IOException | RuntimeException e) {
            // Where it is read by other filters, nobody turns it into an answer.
            if (!body.isTooLarge() || response.isCommitted()) {
                throw e;
            }
            response.reset();
            answers.write(allowance.refusal().get(), request, response);
        }
    }
}
