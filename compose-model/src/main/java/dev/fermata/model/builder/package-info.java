/**
 * A project made in Java. What is built here is the document that a file would have been: it goes
 * through all stages of a load after the parser, so nothing here knows what an attribute means.
 */
@NullMarked
package dev.fermata.model.builder;

import org.jspecify.annotations.NullMarked;
