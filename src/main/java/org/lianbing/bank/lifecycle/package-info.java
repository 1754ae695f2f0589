/** The steps by which an item changes: versions, publication, retirement; search follows. */
@NullMarked
package org.lianbing.bank.lifecycle;

import org.jspecify.annotations.NullMarked;
