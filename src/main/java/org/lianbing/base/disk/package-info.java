/** Reading content that stands in files: YAML with line numbers, checked by JSON Schema. */
@NullMarked
package org.lianbing.base.disk;

import org.jspecify.annotations.NullMarked;
