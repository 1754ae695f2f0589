/** Elasticsearch in front of the index in PostgreSQL: follows it, answers in its place, and steps aside when it cannot. */
@NullMarked
package org.lianbing.search.elastic;

import org.jspecify.annotations.NullMarked;
