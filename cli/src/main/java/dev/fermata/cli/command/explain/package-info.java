/**
 * Why a service is as it is: its containers, the gates before and behind it, and what {@code up}
 * would do about it. Looks, and changes nothing; labels are enough where there are no files.
 */
@NullMarked
package dev.fermata.cli.command.explain;

import org.jspecify.annotations.NullMarked;
