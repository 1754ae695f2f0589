/** The coverage map: how the items of a trade lie on the points of its outline, and where they are missing. */
@NullMarked
package org.lianbing.bank.coverage;

import org.jspecify.annotations.NullMarked;
