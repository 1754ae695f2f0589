package org.lianbing.account;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;

import org.lianbing.account.store.GrantRows;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;

/** Who holds a role: for other modules that hand out work. Checks no role. */
@Service
public class GrantedPeople {

    private final GrantRows rows;

    GrantedPeople(GrantRows rows) {
        this.rows = rows;
    }

    /** Active people who hold the role for the trade, in any unit, by name. */
    public List<PersonName> holding(Role role, TradeId trade) {
        return rows.holding(role, trade);
    }

    /** Active people who hold one of the roles, for whatever trade and unit, by name. */
    public List<PersonName> holdingOneOf(Collection<Role> roles) {
        return rows.holdingOneOf(roles);
    }
}
