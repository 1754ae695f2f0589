/** Courses and lessons tied to points, and who has learnt what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "media", "media :: ui", "account", "trade", "trade :: ui"})
package org.lianbing.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
