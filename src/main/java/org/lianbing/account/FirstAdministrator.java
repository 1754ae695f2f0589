package org.lianbing.account;

import org.lianbing.organization.UnitKind;

/**
 * What an empty database needs before anybody can act.
 *
 * @param unitName the unit at the top
 * @param unitKind what that unit is
 * @param personName the administrator's name
 * @param username what they sign in with
 * @param password what they sign in with
 */
public record FirstAdministrator(
        String unitName, UnitKind unitKind, String personName, String username, String password) {}
