package org.lianbing.studio;

/**
 * A studio with the names that a reader wants.
 *
 * @param studio which
 * @param hostName who leads it; empty where the person is gone
 * @param unitName where it is; empty where the unit is gone
 */
public record StudioCard(Studio studio, String hostName, String unitName) {}
