/** Commands that carry what is in containers elsewhere, or into them: cp, commit, export. */
@NullMarked
package dev.fermata.cli.command.copy;

import org.jspecify.annotations.NullMarked;
