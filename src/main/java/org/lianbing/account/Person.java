package org.lianbing.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/**
 * A person as an administrator sees them.
 *
 * @param id who
 * @param name full name
 * @param staffNumber 工号, unique in the unit, or null
 * @param phone masked
 * @param unit where they belong
 * @param trade what they work as, or null
 * @param level the level they hold, or null
 * @param username their name for signing in, or null while not activated
 * @param active false once switched off
 * @param grants their roles
 */
public record Person(
        PersonId id,
        String name,
        @Nullable String staffNumber,
        @Nullable String phone,
        UnitId unit,
        @Nullable TradeId trade,
        @Nullable Level level,
        @Nullable String username,
        boolean active,
        List<Grant> grants) {}
