package org.lianbing.exam;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;
import org.lianbing.paper.FormId;

/**
 * Whose a scanned answer sheet is.
 *
 * @param formNumber which form of the exam, from 1
 * @param form its id
 * @param seat on the roster; null for a spare sheet
 * @param person who has the seat; null for a spare sheet
 * @param name their name; empty for a spare sheet
 */
public record SheetOwner(
        int formNumber,
        FormId form,
        @Nullable Integer seat,
        @Nullable PersonId person,
        String name) {}
