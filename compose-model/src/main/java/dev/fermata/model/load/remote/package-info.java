/**
 * Projects that lie elsewhere: how they are named, when they may be fetched, and where they may not
 * reach.
 */
@NullMarked
package dev.fermata.model.load.remote;

import org.jspecify.annotations.NullMarked;
