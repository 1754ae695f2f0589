/** What is checked before the application starts, and how it says that it will not. */
@NullMarked
package org.lianbing.base.start;

import org.jspecify.annotations.NullMarked;
