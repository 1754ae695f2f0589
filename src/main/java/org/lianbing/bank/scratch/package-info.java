/** What people have typed in the editor of items and not saved: kept by itself, for each of them alone. */
@NullMarked
package org.lianbing.bank.scratch;

import org.jspecify.annotations.NullMarked;
