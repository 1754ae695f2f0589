package org.lianbing.attempt;

import java.util.UUID;

/**
 * What an attempt is for, in the words of the module that made it.
 *
 * @param kind {@code practice} or {@code exam}
 * @param id which drill or exam
 */
public record Purpose(String kind, UUID id) {}
