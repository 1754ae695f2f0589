/** Pages of commissions. */
@NullMarked
package org.lianbing.bank.commission.ui;

import org.jspecify.annotations.NullMarked;
