/** The page of the coverage map. */
@NullMarked
package org.lianbing.bank.coverage.ui;

import org.jspecify.annotations.NullMarked;
