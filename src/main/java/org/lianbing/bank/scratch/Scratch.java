package org.lianbing.bank.scratch;

import org.lianbing.base.PersonId;

/**
 * What somebody has typed and not saved.
 *
 * @param mark which, and when it was kept
 * @param owner who typed it, and the only one to read it
 * @param place what it is to become
 * @param typed what stands in the fields
 */
public record Scratch(ScratchMark mark, PersonId owner, ScratchPlace place, Typed typed) {}
