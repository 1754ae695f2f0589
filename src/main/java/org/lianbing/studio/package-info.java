/** Studios of model workers, their hosts, members and courses. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "organization", "account", "trade", "trade :: ui", "course", "course::navigation"
        })
package org.lianbing.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
