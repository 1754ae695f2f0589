package org.lianbing.trade;

/** Where an edition of an outline comes from: the files of the question bank, or a person in the application. */
public enum EditionSource {
    DISK,
    PERSON
}
