@NullMarked
package dev.fermata.model.text;

import org.jspecify.annotations.NullMarked;
