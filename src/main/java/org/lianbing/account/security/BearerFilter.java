package org.lianbing.account.security;

import java.io.IOException;
import java.util.List;
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
import org.lianbing.base.rest.BearerScheme;
import org.lianbing.base.rest.ProblemAnswers;

/** Reads {@code Authorization: Bearer}, and asks the one scheme to which the token's prefix belongs. */
class BearerFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(BearerFilter.class);
    private static final String BEARER = "Bearer ";

    private final List<BearerScheme> schemes;
    private final ProblemAnswers answers;

    BearerFilter(List<BearerScheme> schemes, ProblemAnswers answers) {
        this.schemes = schemes;
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
            authentication = authenticate(header);
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

    private Optional<Authentication> authenticate(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = header.substring(BEARER.length()).strip();
        return schemes.stream()
                .filter(scheme -> token.startsWith(scheme.prefix()))
                .findFirst()
                .flatMap(scheme -> scheme.authenticate(token));
    }
}
