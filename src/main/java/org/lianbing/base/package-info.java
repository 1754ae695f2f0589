/** What every module stands on: ids, levels, who acts, problems, paging, the audit log and the frame of the pages. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.lianbing.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
