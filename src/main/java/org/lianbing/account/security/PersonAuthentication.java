package org.lianbing.account.security;

import java.util.Collection;
import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import org.lianbing.account.SignedIn;
import org.lianbing.base.Actor;

/** A signed-in person as Spring Security sees them, with the roles they hold at the moment. */
public final class PersonAuthentication extends AbstractAuthenticationToken {

    private final transient SignedIn signedIn;

    public PersonAuthentication(SignedIn signedIn) {
        super(authorities(signedIn.actor()));
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    /** One authority for each role, wherever it was granted. */
    public static Collection<GrantedAuthority> authorities(Actor actor) {
        return List.copyOf(actor.grants().stream()
                .map(grant -> (GrantedAuthority)
                        new SimpleGrantedAuthority(grant.role().authority()))
                .distinct()
                .toList());
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
