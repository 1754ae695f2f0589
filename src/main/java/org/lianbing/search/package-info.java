/** One index of documents; knows nothing of what they are about. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.lianbing.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
