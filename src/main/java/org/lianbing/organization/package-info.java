/** Units and the lines between them: territorial, industrial, group. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.lianbing.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
