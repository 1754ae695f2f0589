package org.lianbing.bank;

/**
 * What an item says: frozen in a version.
 *
 * @param stem Markdown
 * @param interaction how it is answered, and the key
 * @param explanation Markdown: why the key is right
 * @param difficulty 1 nearly everybody knows it … 5 few do
 */
public record ItemContent(String stem, Interaction interaction, String explanation, int difficulty) {}
