/** Scheduled exams: window, roster, admission, release of results. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "organization",
            "account",
            "trade",
            "bank",
            "bank :: call",
            "notice",
            "paper",
            "paper :: print",
            "attempt",
            "attempt :: rest",
            "ranking",
            "practice"
        })
package org.lianbing.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
