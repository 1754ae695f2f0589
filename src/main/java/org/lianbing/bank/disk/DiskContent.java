package org.lianbing.bank.disk;

import java.util.List;
import java.util.Set;

import org.lianbing.base.TradeId;
import org.lianbing.base.disk.Flaw;

/**
 * What the files hold.
 *
 * @param trades the trades that the folder speaks for
 * @param unsure those of them in whose files something could not even be named: nothing of theirs is retired
 * @param items the sound items
 * @param codes the codes of all items, sound or not: none of these is gone from disk
 * @param flaws what is wrong with the others
 */
public record DiskContent(
        Set<TradeId> trades, Set<TradeId> unsure, List<DiskItem> items, Set<String> codes, List<Flaw> flaws) {}
