package org.lianbing.account.security;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.lianbing.account.Accounts;
import org.lianbing.account.SignedIn;
import org.lianbing.account.guard.OpenSessions;

/** On every request of a browser: may this sign-in still act, and with which roles? */
@Component
public class StandingFilter extends OncePerRequestFilter {

    private final Accounts accounts;
    private final OpenSessions sessions;

    StandingFilter(Accounts accounts, OpenSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            HttpSession session = request.getSession(false);
            if (!accounts.mayAct(signedIn.person(), signedIn.generation())) {
                end(session);
            } else {
                if (session != null) {
                    sessions.note(signedIn.person(), signedIn.generation(), session);
                }
                refresh(authentication, signedIn, session);
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(@Nullable HttpSession session) {
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }

    /** Roles granted or taken back since the sign-in hold from the next request on. */
    private static void refresh(Authentication old, SignedIn signedIn, @Nullable HttpSession session) {
        Collection<GrantedAuthority> now = PersonAuthentication.authorities(signedIn.actor());
        if (Set.copyOf(now).equals(Set.copyOf(old.getAuthorities()))) {
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PersonAuthentication(signedIn));
        SecurityContextHolder.setContext(context);
        if (session != null) {
            session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        }
    }
}
