/**
 * The document tree that the stages of the load work on: immutable nodes that keep their spans. The
 * YAML library's types stay inside {@link dev.fermata.model.tree.YamlReader}.
 */
@NullMarked
package dev.fermata.model.tree;

import org.jspecify.annotations.NullMarked;
