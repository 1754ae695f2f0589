/** Pages for those who propose and report, and for those who answer. */
@NullMarked
package org.lianbing.bank.call.ui;

import org.jspecify.annotations.NullMarked;
