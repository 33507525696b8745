/**
 * What looks like a secret in what is about to be handed to others: told by the forms that keys and
 * tokens have, and by the names that values have. Knows nothing of who is asked about it.
 */
@NullMarked
package dev.fermata.model.leak;

import org.jspecify.annotations.NullMarked;
