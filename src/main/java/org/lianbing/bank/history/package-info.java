/** The versions of an item beside each other: what differs, who made it, on what ground it was published, who uses it. */
@NullMarked
package org.lianbing.bank.history;

import org.jspecify.annotations.NullMarked;
