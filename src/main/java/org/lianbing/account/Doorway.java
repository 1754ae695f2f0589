package org.lianbing.account;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody tries to sign in.
 *
 * @param address the network address
 * @param device the random name that this browser was given and keeps for long; null for programs
 */
public record Doorway(String address, @Nullable String device) {}
