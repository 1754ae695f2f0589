package org.lianbing.bank.exchange;

/**
 * A file of an import as it came.
 *
 * @param name as its owner calls it
 * @param bytes what is in it
 */
public record ImportUpload(String name, byte[] bytes) {}
