/** Competitions made of exams: who may take part, the results under its rules, the ranking. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "organization",
            "account",
            "account :: ui",
            "notice",
            "trade",
            "trade :: ui",
            "bank",
            "paper",
            "paper :: print",
            "attempt",
            "ranking",
            "exam",
            "exam :: navigation"
        })
package org.lianbing.competition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
