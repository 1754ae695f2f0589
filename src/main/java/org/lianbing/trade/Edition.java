package org.lianbing.trade;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/**
 * An edition of an outline, without its content.
 *
 * @param id which
 * @param trade whose
 * @param level of which level; null for a foundation
 * @param code of the outline, such as {@code electrician-senior}
 * @param name its title
 * @param edition such as {@code 2026}
 * @param source where it comes from
 * @param current whether it is in force
 * @param waiting whether the files brought it while another was in force that a person had made
 * @param points how many points it has
 * @param fileName the workbook it was read from, or null
 * @param by who committed it; null for the disk
 * @param at when it was committed; null for the disk
 */
public record Edition(
        OutlineId id,
        TradeId trade,
        @Nullable Level level,
        String code,
        String name,
        String edition,
        EditionSource source,
        boolean current,
        boolean waiting,
        int points,
        @Nullable String fileName,
        @Nullable String by,
        @Nullable Instant at) {}
