package org.lianbing.attempt.journal;

/**
 * A step as the journal holds it.
 *
 * @param epoch of the device that sent it
 * @param sequence the client's number
 * @param slot which slot
 * @param value JSON text, as the database writes it
 */
public record StoredStep(int epoch, int sequence, int slot, String value) {}
