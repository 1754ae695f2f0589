/** An engine for standings: results in, boards out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.lianbing.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
