/** Forms and embargoes in the database. */
@NullMarked
package org.lianbing.paper.store;

import org.jspecify.annotations.NullMarked;
