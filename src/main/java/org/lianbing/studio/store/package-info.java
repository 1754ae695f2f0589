/** SQL of the studio schema. */
@NullMarked
package org.lianbing.studio.store;

import org.jspecify.annotations.NullMarked;
