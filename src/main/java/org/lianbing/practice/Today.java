package org.lianbing.practice;

/**
 * What a person has practised since the day began in the zone of the application.
 *
 * @param answered how many items
 * @param correct how many of them were right
 */
public record Today(int answered, int correct) {}
