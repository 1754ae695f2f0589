/** The demo city: units, people and what they have done, made through the same services that everybody uses. */
@NullMarked
package org.lianbing.home.demo;

import org.jspecify.annotations.NullMarked;
