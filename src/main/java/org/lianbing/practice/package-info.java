/** Drills with immediate feedback, and the mistake book. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "account", "trade", "bank", "paper", "attempt", "course"})
package org.lianbing.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
