/** Trades, foundations and theme banks, with their outlines: ranges, weights and points. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "account"})
package org.lianbing.trade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
