/** Messages to people: in the application, with a link to where each one leads. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.lianbing.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
