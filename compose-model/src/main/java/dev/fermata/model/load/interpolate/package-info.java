/** Variables, and how references to them in texts are filled in. Knows of no files. */
@NullMarked
package dev.fermata.model.load.interpolate;

import org.jspecify.annotations.NullMarked;
