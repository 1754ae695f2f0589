package org.lianbing.exam.rest;

import java.io.Serial;
import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import org.lianbing.exam.Admitted;

/** A request that came with an admission link: it may act before the door of that exam, and nowhere else. */
final class AdmittedAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    static final String ROLE = "ADMITTED";

    private final transient Admitted admitted;

    AdmittedAuthentication(Admitted admitted) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
        this.admitted = admitted;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Admitted getPrincipal() {
        return admitted;
    }
}
