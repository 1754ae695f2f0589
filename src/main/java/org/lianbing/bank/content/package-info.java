/** The content of items in the ways that all rooms of the bank share: its JSON, its rules, the arithmetic of 计算. */
@NullMarked
@NamedInterface("content")
package org.lianbing.bank.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
