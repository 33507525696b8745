/**
 * What there is to say about a user's files: diagnostics with code, place and hint. Knows no stage.
 */
@NullMarked
package dev.fermata.model.diagnostic;

import org.jspecify.annotations.NullMarked;
