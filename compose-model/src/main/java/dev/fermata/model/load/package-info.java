/**
 * From files to a {@link dev.fermata.model.Project}: one class per stage, each a pure step from
 * tree to tree that reports all mistakes. Files come in through {@link
 * dev.fermata.model.load.Sources}.
 */
@NullMarked
package dev.fermata.model.load;

import org.jspecify.annotations.NullMarked;
