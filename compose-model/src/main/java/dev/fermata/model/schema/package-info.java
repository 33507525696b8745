/**
 * What is known of each attribute, one row each: its shape, short form, merge rule, default,
 * whether it is a path, whether it counts for the digest and how the engine treats it. The stages
 * of the load, the digest and the generated reference all read these tables. Here are those of the
 * top level and its resources; {@code service} and {@code container} hold the rest, {@code shape}
 * and {@code attribute} what rows are made of.
 */
@NullMarked
package dev.fermata.model.schema;

import org.jspecify.annotations.NullMarked;
