package org.lianbing.bank;

import org.jspecify.annotations.Nullable;

/**
 * An option of a choice.
 *
 * @param text Markdown
 * @param correct whether the key has it
 * @param why why it is right or wrong, for the feedback; or null
 */
public record Option(String text, boolean correct, @Nullable String why) {}
