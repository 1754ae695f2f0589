/** Blueprints, and forms frozen from published items. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "media", "trade", "bank", "bank :: content"})
package org.lianbing.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
