/** People and where they belong, sign-in, roles granted for a unit and trades, tokens. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "organization"})
package org.lianbing.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
