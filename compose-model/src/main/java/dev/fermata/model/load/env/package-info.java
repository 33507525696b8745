/** Env files and label files: their formats, and what projects and services get from them. */
@NullMarked
package dev.fermata.model.load.env;

import org.jspecify.annotations.NullMarked;
