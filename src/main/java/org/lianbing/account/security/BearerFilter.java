package org.lianbing.account.security;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import org.lianbing.base.Problem;
import org.lianbing.base.rest.Bearers;
import org.lianbing.base.rest.ProblemAnswers;

/** Signs in whoever comes with a bearer token, for this one request. */
class BearerFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(BearerFilter.class);

    private final Bearers bearers;
    private final ProblemAnswers answers;

    BearerFilter(Bearers bearers, ProblemAnswers answers) {
        this.bearers = bearers;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Authentication> authentication;
        try {
            authentication = bearers.authenticate(header);
        } catch (Problem problem) {
            answers.write(problem, request, response);
            return;
        } catch (DataAccessException away) {
            log.warn("Whether a token may still act cannot be told: {}", away.getMessage());
            answers.write(Problem.unavailable("base.database-away"), request, response);
            return;
        }
        if (authentication.isEmpty()) {
            answers.write(Problem.signIn("account.token-worthless"), request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication.get());
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
