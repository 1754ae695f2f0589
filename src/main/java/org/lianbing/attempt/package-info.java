/** Attempts at a form: the response journal, timing and scoring. Does not know what an attempt is for. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "media", "media :: rest", "account", "trade", "bank", "bank :: call", "paper"})
package org.lianbing.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
