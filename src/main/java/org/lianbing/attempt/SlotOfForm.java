package org.lianbing.attempt;

import org.lianbing.paper.FormId;

/** A place in one of the forms of an exam. */
public record SlotOfForm(FormId form, int slot) {}
