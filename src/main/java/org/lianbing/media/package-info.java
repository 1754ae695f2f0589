/** Pictures, sound and film, stored once by the hash of their content. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.lianbing.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
