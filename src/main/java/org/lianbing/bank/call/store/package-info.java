/** The tables of calls, proposals and reports. */
@NullMarked
package org.lianbing.bank.call.store;

import org.jspecify.annotations.NullMarked;
