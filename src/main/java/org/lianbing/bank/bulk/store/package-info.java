/** SQL of bulk acts. */
@NullMarked
package org.lianbing.bank.bulk.store;

import org.jspecify.annotations.NullMarked;
