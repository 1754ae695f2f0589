/** The repository's own files of items, going out and coming in. */
@NullMarked
package org.lianbing.bank.exchange.yaml;

import org.jspecify.annotations.NullMarked;
