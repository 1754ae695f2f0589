/** Commissions (命题任务): who asks whom for which items until when, and how far it is. */
@NullMarked
package org.lianbing.bank.commission;

import org.jspecify.annotations.NullMarked;
