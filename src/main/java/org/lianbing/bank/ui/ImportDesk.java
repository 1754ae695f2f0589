package org.lianbing.bank.ui;

import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportRow;

/** What the parts of the workbench know of each other: the file at hand, and that something was done to it. */
interface ImportDesk {

    ImportFile file();

    /** A row is shown at the side. */
    void selected(ImportRow row);

    /** Shows anew what was changed, in all parts. */
    void changed();
}
