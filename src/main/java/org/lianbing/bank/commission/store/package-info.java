/** The tables of commissions. */
@NullMarked
package org.lianbing.bank.commission.store;

import org.jspecify.annotations.NullMarked;
