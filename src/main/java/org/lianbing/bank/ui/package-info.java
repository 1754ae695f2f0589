/** Pages for those who write, import and review items. */
@NullMarked
package org.lianbing.bank.ui;

import org.jspecify.annotations.NullMarked;
