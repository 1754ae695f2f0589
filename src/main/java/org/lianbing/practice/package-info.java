/** Drills with immediate feedback, the mistake book, and the practical tasks that trainers confirm. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "organization",
            "account",
            "notice",
            "trade",
            "trade :: ui",
            "bank",
            "bank :: call",
            "bank :: report",
            "paper",
            "attempt",
            "attempt :: rest",
            "course"
        })
package org.lianbing.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
