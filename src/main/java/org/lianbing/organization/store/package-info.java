/** SQL of the organization schema. */
@NullMarked
package org.lianbing.organization.store;

import org.jspecify.annotations.NullMarked;
