package org.lianbing.bank.check;

import org.lianbing.base.disk.Flaws;

/** One thing that a question bank must fulfil. */
@FunctionalInterface
interface BankRule {

    /** Adds what is wrong to the flaws. */
    void check(BankOnDisk bank, Flaws flaws);
}
