/** Drills with immediate feedback, and the mistake book. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "account",
            "trade",
            "bank",
            "bank :: call",
            "bank :: report",
            "paper",
            "attempt",
            "course"
        })
package org.lianbing.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
