/** Who may read and change which item: by trade, unit and secrecy. */
@NullMarked
package org.lianbing.bank.access;

import org.jspecify.annotations.NullMarked;
