/**
 * What a knowledgeable colleague would say of files that load: warnings, each with a code that can
 * be silenced. Looks at a finished load and at the files' own text; decides nothing about either.
 */
@NullMarked
package dev.fermata.model.lint;

import org.jspecify.annotations.NullMarked;
