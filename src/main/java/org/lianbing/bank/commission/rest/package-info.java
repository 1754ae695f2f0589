/** Commissions for programs. */
@NullMarked
package org.lianbing.bank.commission.rest;

import org.jspecify.annotations.NullMarked;
