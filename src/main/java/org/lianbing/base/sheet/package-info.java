/** What every reader of workbooks needs: a look at the file before it is opened, and what cells say to a person. */
@NullMarked
package org.lianbing.base.sheet;

import org.jspecify.annotations.NullMarked;
