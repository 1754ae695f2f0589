/** The PostgreSQL that the application brings along, and the migration of every module's schema. */
@NullMarked
package org.lianbing.base.database;

import org.jspecify.annotations.NullMarked;
