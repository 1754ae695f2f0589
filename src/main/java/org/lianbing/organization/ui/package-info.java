/** The page on which an administrator looks after the units. */
@NullMarked
package org.lianbing.organization.ui;

import org.jspecify.annotations.NullMarked;
