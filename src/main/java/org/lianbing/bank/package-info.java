/** Items and their versions, secrecy, review, import and export. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "media",
            "media :: ui",
            "organization",
            "account",
            "account :: ui",
            "notice",
            "trade",
            "trade :: disk",
            "trade :: navigation",
            "trade :: ui",
            "search"
        })
package org.lianbing.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
