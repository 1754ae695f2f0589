/** The first page of each role, composed of the other modules; the demo city. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "media",
            "organization",
            "account",
            "trade",
            "search",
            "bank",
            "paper",
            "attempt",
            "ranking",
            "course",
            "course :: navigation",
            "practice",
            "practice :: navigation",
            "exam",
            "competition",
            "competition :: navigation",
            "studio"
        })
package org.lianbing.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
